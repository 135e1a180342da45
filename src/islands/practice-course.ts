/** How far somebody is: a station for each skill, on one line; each can be chosen. */
import { fill, plural } from '../i18n/plural.ts';
import type { Entry } from '../quiz/log.ts';
import { dueReviews, masteries, skillsOf } from '../quiz/schedule.ts';
import { isMastered, type Mastery, type SkillId } from '../quiz/skills.ts';
import { button, h, svg } from './practice-dom.ts';
import type { Desk } from './practice-words.ts';

interface Course {
  desk: Desk;
  log: readonly Entry[];
  only: SkillId | null;
  choose: (skill: SkillId | null) => void;
}

export function drawCourse({ desk, log, only, choose }: Course): Node[] {
  const { practice } = desk.words;
  const state = masteries(desk.data.items, log);
  const skills = skillsOf(desk.data.items);
  const due = dueReviews(desk.data.items, log, Date.now()).length;
  const said = fill(practice.mastered, {
    n: skills.filter((skill) => isMastered(state[skill])).length,
    total: skills.length,
  });
  return [
    h('h2', {}, practice.course),
    h(
      'p',
      { class: 'sum' },
      said,
      due > 0 && h('span', {}, plural(desk.words.voice.lang, practice.due, due)),
    ),
    drawLine(skills.map((skill) => state[skill])),
    h(
      'ul',
      { class: 'stations', 'aria-label': practice.chooseSkill },
      ...skills.map((skill) => drawSkill(desk, skill, state[skill], only, choose)),
    ),
    ...(only ? [button(practice.allSkills, () => choose(null))] : []),
    h('p', { class: 'note' }, practice.rule, desk.words.voice.quiz.between, practice.chooseSkill),
  ];
}

const stateOf = (mastery: Mastery): 'untried' | 'open' | 'half' | 'mastered' => {
  if (isMastered(mastery)) return 'mastered';
  if (mastery.steps > 0) return 'half';
  return mastery.tries > 0 ? 'open' : 'untried';
};

function drawSkill(
  desk: Desk,
  skill: SkillId,
  mastery: Mastery,
  only: SkillId | null,
  choose: Course['choose'],
): HTMLElement {
  const { skills, state } = desk.words.practice;
  const made = button('', () => choose(only === skill ? null : skill));
  made.setAttribute('aria-pressed', String(only === skill));
  made.dataset['skill'] = skill;
  made.append(drawStation(mastery), h('span', {}, skills[skill]), h('small', {}, state[stateOf(mastery)]));
  return h('li', {}, made);
}

/** A station: hollow, half or filled. */
function stationAt(x: number, y: number, mastery: Mastery): Node[] {
  const ring = svg('circle', { class: 'ring', cx: x, cy: y, r: 7 });
  if (isMastered(mastery)) return [ring, svg('circle', { class: 'full', cx: x, cy: y, r: 7 })];
  const half = svg('path', { class: 'full', d: `M${x} ${y + 7}A7 7 0 0 1 ${x} ${y - 7}Z` });
  if (mastery.steps > 0) return [ring, half];
  return mastery.tries > 0 ? [ring, svg('circle', { class: 'full', cx: x, cy: y, r: 2 })] : [ring];
}

const drawStation = (mastery: Mastery): SVGElement =>
  svg(
    'svg',
    { class: 'station', viewBox: '0 0 20 20', 'aria-hidden': 'true' },
    ...stationAt(10, 10, mastery),
  );

/** The whole course on one line; drawn through as far as skills are mastered without a gap. The list says the same in words. */
function drawLine(all: readonly Mastery[]): SVGElement {
  const x = (index: number): number => 10 + index * 34;
  const end = x(all.length - 1);
  const gap = all.findIndex((mastery) => !isMastered(mastery));
  const sailed = x(gap < 0 ? all.length - 1 : Math.max(gap - 1, 0));
  return svg(
    'svg',
    { class: 'line', viewBox: `0 0 ${end + 10} 20`, 'aria-hidden': 'true' },
    svg('path', { class: 'ahead', d: `M10 10H${end}` }),
    svg('path', { class: 'sailed', d: `M10 10H${sailed}` }),
    ...all.flatMap((mastery, index) => stationAt(x(index), 10, mastery)),
  );
}
