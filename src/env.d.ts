declare namespace App {
  interface Locals {
    /** The lesson a page belongs to: what `<Quiz id>` and the like look their ids up in. */
    lesson?: import('./lessons.ts').Lesson;
    /** How many routes the page has drawn so far; they are numbered in reading order. */
    routes?: number;
  }
}
