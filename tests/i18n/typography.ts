/** What a machine can see of each language's style. Texts come without code, numbers marked up, and addresses. */
import type { Lang } from '../../src/i18n/locales.ts';

export interface Rule {
  rule: string;
  wrong: RegExp;
}

export const RULES: Readonly<Record<Lang, readonly Rule[]>> = {
  en: [
    { rule: 'speaks to one reader, never as "we"', wrong: /\b(we|us|our|let's)\b/i },
    {
      rule: 'does not plead or belittle',
      wrong: /\b(please|simply|easy|easily|currently)\b|\bjust (?!as\b)/i,
    },
    { rule: 'spells out what Latin abbreviates', wrong: /\b(e\.g|i\.e|etc)\./ },
    {
      rule: 'does not say that ports are opened, exposed or hit',
      wrong: /\b([Ee]xposes?|[Ee]xposed|hits the port|open port)\b/,
    },
    {
      rule: 'spells as in the United States',
      wrong: /\b(colou?r(?<=our)|dialled|licence|behaviour|recognise)/i,
    },
    { rule: 'has no straight quotation marks', wrong: /(?<!=)"|(?<=\w)'(?=\w)/ },
  ],
  pl: [
    { rule: 'has Polish quotation marks', wrong: /["“]|(?<!„[^”]*)”/ },
    { rule: 'has an en dash between spaces, no hyphen and no em dash', wrong: / - |--|—/ },
    {
      rule: 'does not give the reader a gender',
      wrong: /\p{L}+(?:łeś|łaś|łbyś|łabyś)(?!\p{L})|powin(?:ieneś|naś)/u,
    },
    { rule: 'inflects Kubernetes', wrong: /(?<!\p{L})(?:w|z|do|dla) Kubernetes(?!\p{L})/u },
    {
      rule: 'writes Pod with a capital letter',
      wrong: /(?<!\p{L})(?:podowi|podem|podzie|pody|podów|podom|podami|podach)(?!\p{L})/u,
    },
    { rule: 'calls a Service usługa', wrong: /(?<!\p{L})serwis(?!\p{L})/iu },
  ],
  'zh-CN': [
    {
      rule: 'has full-width punctuation after Han',
      wrong: /[\p{Script=Han}][,;:?!()]|[,;?!()](?=\p{Script=Han})/u,
    },
    {
      rule: 'has one space between Han and Latin or digits',
      wrong: /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u,
    },
    {
      rule: 'has no space beside full-width punctuation',
      wrong: / [，。；：？！（）、“”]|[，。；：？！（）、“”] (?!\{)/u,
    },
    { rule: 'says 你 and 其他', wrong: /您|其它/u },
    { rule: 'uses mainland words', wrong: /程式|软体|视窗|预设|讯息|回馈|报读器|复选|网路|介面|暴露/u },
    { rule: 'says 选择算符, and 选择器 only where it says that others do', wrong: /(?<!叫它)选择器/u },
    { rule: 'has Chinese quotation marks', wrong: /["「」『』]/u },
  ],
};
