/** The words a layout has to place. They come from outside: a drawing knows how long a label is, not what it says. */
import type { RouteModel, Row, Station } from './model.ts';

export interface Card {
  /** One or two lines; the ordinal stands before the first. */
  kind: readonly string[];
  name: string;
  /** Up to two lines below. */
  notes: readonly string[];
}

export interface Lettering {
  station(station: Station, model: RouteModel): Card;
  end(row: Row): Card;
  more(count: number): string;
  words: Readonly<
    Record<
      | 'listens'
      | 'noPort'
      | 'outside'
      | 'outsideShort'
      | 'beyond'
      | 'packet'
      | 'to'
      | 'from'
      | 'or'
      | 'here'
      | 'neverRewritten'
      | 'sourceKept'
      | 'masqueraded'
      | 'unchanged',
      string
    >
  >;
}

/** What is left blank: the numbers from the rules on. */
export interface LayoutOptions {
  ask?: boolean;
}
