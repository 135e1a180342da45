/** Feedback as DOM nodes, from its structured parts: no markup is ever parsed as HTML. */
import type { Feedback } from '../quiz/feedback.ts';
import type { Hint } from '../quiz/hints.ts';
import { fieldMark, type Mark, type Part, parseMarks } from '../quiz/marks.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** A hint looks like the feedback it anticipates. */
export function drawFeedback({ verdict, says, lines, route }: Feedback | Hint): Node[] {
  const verdictLine = element('p', 'v', verdict);
  verdictLine.tabIndex = -1;
  const text = element('div', 'says', ...says.map((line) => element('p', '', ...drawText(line))));
  return [
    verdictLine,
    text,
    ...(lines ? [drawLines(lines)] : []),
    ...(route && route.lines.length > 0 ? [drawRoute(route)] : []),
  ];
}

export const drawText = (text: string): Node[] => parseMarks(text).map((part) => drawPart(part));
/** In a manifest everything is code already. */
export const drawCode = (text: string): Node[] => parseMarks(text).map((part) => drawPart(part, 'span'));

function drawPart(part: Part, code: 'code' | 'span' = 'code'): Node {
  switch (part.type) {
    case 'text':
      return document.createTextNode(part.text);
    case 'code': {
      const mark = fieldMark(part.text);
      return element(code, mark ? `fn ${mark}` : '', part.text);
    }
    case 'port':
      return drawPort(part.mark, part.value, part.hollow);
    case 'address':
      return element('span', 'mono ad', ...part.parts.map((inner) => drawPart(inner)));
    default:
      return part satisfies never;
  }
}

function drawPort(mark: Mark, value: string, hollow: boolean): Node {
  const port = element('data', mark === 'none' ? 'n' : `n ${mark}${hollow ? ' stray' : ''}`);
  port.setAttribute('value', value);
  if (mark !== 'none') {
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('class', 'm');
    svg.setAttribute('aria-hidden', 'true');
    const use = document.createElementNS(SVG, 'use');
    use.setAttribute('href', `#m-${mark}`);
    svg.append(use);
    port.append(svg);
  }
  port.append(value);
  return port;
}

function drawLines({ first, lit, text }: NonNullable<Feedback['lines']>): Node {
  const lines = text.map((line, index) => {
    const drawn = element('span', first + index === lit ? 'l lit' : 'l', ...drawCode(line), '\n');
    drawn.dataset.l = String(first + index);
    return drawn;
  });
  const manifest = element('pre', '', element('code', '', ...lines));
  // It scrolls on a narrow screen, so the keyboard must come to it.
  manifest.tabIndex = 0;
  return element('div', 'yaml', manifest);
}

const drawRoute = ({ heading, lines }: NonNullable<Feedback['route']>): Node =>
  element(
    'div',
    'way',
    element('p', 'note', heading),
    element('ol', '', ...lines.map((line) => element('li', '', ...drawText(line)))),
  );

function element(tag: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}
