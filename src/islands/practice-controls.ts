/** What a question is answered with, drawn from its data: the same markup as `components/quiz/Controls.astro` writes for lessons. */
import type { Voice } from '../i18n/voice.ts';
import type { Presented } from '../quiz/present.ts';
import { h } from './practice-dom.ts';
import { drawText } from './quiz-draw.ts';
import { controlsIn, isTick } from './quiz-state.ts';

type Controls = Presented['controls'];
type Option = { value: string; text: string };
type Words = Voice['quiz'];

/** `name` keeps the radio buttons of several questions on a page apart. */
export function drawControls(controls: Controls, name: string, words: Words): HTMLElement[] {
  switch (controls.type) {
    case 'port':
      return [
        h('label', { for: `${name}-a` }, words.typePort),
        h('input', {
          id: `${name}-a`,
          type: 'text',
          inputmode: 'numeric',
          autocomplete: 'off',
          size: '9',
          'aria-describedby': `${name}-p ${name}-q`,
        }),
      ];
    case 'options':
      return [
        h(
          'div',
          { class: 'opts' },
          ...controls.options.map((option) => drawOption(option, name, controls.code)),
        ),
      ];
    case 'address':
      return [
        h('label', { for: `${name}-a` }, words.typeAddress),
        h('input', {
          id: `${name}-a`,
          class: 'wide',
          type: 'text',
          inputmode: 'url',
          autocomplete: 'off',
          autocapitalize: 'off',
          spellcheck: 'false',
          'aria-describedby': `${name}-p ${name}-q`,
        }),
      ];
    case 'manifest':
      return [
        h('label', { for: `${name}-a` }, words.editManifest),
        h(
          'textarea',
          {
            id: `${name}-a`,
            rows: String(controls.text.split('\n').length + 1),
            autocapitalize: 'off',
            spellcheck: 'false',
            'aria-describedby': `${name}-p ${name}-q`,
          },
          controls.text,
        ),
        h('div', {
          class: 'found',
          'data-part': 'findings',
          'aria-live': 'polite',
        }),
      ];
    case 'selects':
      return [
        h('div', { class: 'rows' }, ...controls.rows.map((row) => drawRow(row, controls.options, words))),
      ];
    default:
      return controls satisfies never;
  }
}

function drawRow(row: Option, options: readonly Option[], words: Words): HTMLElement {
  const choices = options.map(({ value, text }) => h('option', { value }, text));
  const select = h('select', { name: row.value }, h('option', { value: '' }, words.choose), ...choices);
  return h('label', {}, h('span', {}, ...drawText(row.text)), select);
}

function drawOption(
  { value, text }: { value: string; text: string },
  name: string,
  code = false,
): HTMLElement {
  const input = h('input', { type: 'radio', name, value });
  return h('label', {}, input, code ? h('code', {}, text) : h('span', {}, ...drawText(text)));
}

/** Nothing was typed, changed or chosen. */
export const isUntouched = (fields: HTMLElement): boolean =>
  controlsIn(fields).every((control) => {
    if (isTick(control)) return !control.checked;
    return control instanceof HTMLTextAreaElement
      ? control.value === control.defaultValue
      : control.value.trim() === '';
  });
