/** The words of the pages themselves: navigation, headings, labels of controls. */
import type { Lang } from '../locales.ts';
import type { Plural } from '../plural.ts';

export type SeriesId = 'service-ports';
export type CategoryId = 'services' | 'ports' | 'nodes' | 'pods';
export type AuthorId = 'port-of-call';

export interface UiMessages<L extends Lang = Lang> {
  /** One sentence about the site, for search engines and feeds. */
  siteDescription: string;
  skip: string;
  navLessons: string;
  navPractice: string;
  navGlossary: string;
  navLabel: string;
  language: string;
  theme: string;
  themeLight: string;
  themeDark: string;
  themeSystem: string;
  onThisPage: string;
  /** Above the title of a lesson. */
  lessonNumber: string;
  minutes: Plural<L>;
  published: string;
  filedUnder: string;
  series: string;
  categories: string;
  previous: string;
  next: string;
  lessons: string;
  /** Beside a lesson that is pinned to the top of the list. */
  startHere: string;
  questions: Plural<L>;
  glossary: string;
  glossaryDeck: string;
  seriesDeck: string;
  categoryDeck: string;
  answerKey: string;
  answerKeyDeck: string;
  backToLesson: string;
  notFoundTitle: string;
  notFoundText: string;
  backHome: string;
  /** The home page: above, in and below the question of the first screen. */
  homeTitle: string;
  homeEyebrow: string;
  homeAfterQuestion: string;
  /** Below the lessons on the home page: the way to practice. */
  homePractice: string;
  copy: string;
  copied: string;
  copyFailed: string;
  manifestOf: string;
  excerptFrom: string;
  /** Legend of a manifest: what each port is. */
  legend: Readonly<Record<'port' | 'targetPort' | 'nodePort' | 'listening' | 'containerPort', string>>;
  listening: string;
  apiAnswer: string;
  apiAccepted: string;
  whatIsWrong: string;
  whatToChange: string;
  manifestLine: string;
  kubectlApply: string;
  playVideo: string;
  videoOpens: string;
  note: string;
  figure: string;
  footFacts: string;
  footProgress: string;
  footLicense: string;
  footFeed: string;
  telephone: Readonly<
    Record<'caller' | 'dials' | 'reception' | 'line' | 'name' | 'address' | 'anyOf', string>
  >;
  authorNames: Readonly<Record<AuthorId, string>>;
  seriesNames: Readonly<Record<SeriesId, string>>;
  categoryNames: Readonly<Record<CategoryId, string>>;
}
