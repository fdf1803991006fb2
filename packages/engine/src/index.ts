export { openWorkbook } from './workbook.js';
export type * from './workbook-types.js';
export type * from './what-if-types.js';
export type * from './notebook-types.js';
export { runNotebook } from './notebook/run-notebook.js';
export * from './results.js';
export { applyOverrides, applyScenario, scenarioNamed, type Changes } from './scenario/apply-scenario.js';
export { DataError, toNotice, type NoticeData } from './notices/notice.js';
export { DatabaseError } from './database/database-error.js';
