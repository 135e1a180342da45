/** The door of the simulated students. */
export { BOTS } from './bots.ts';
export { type BotResult, botResults, faultsOf, TOLERANCE } from './gates.ts';
export { believerAnswers, expertAnswers, SINGLE } from './learners.ts';
export { type QuestionReport, type Report, reportOn } from './report.ts';
export { type Sheet, sheetOf } from './sheet.ts';
