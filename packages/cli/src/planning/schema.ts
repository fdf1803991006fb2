/** What a plan's JSON is called, on the command line and over HTTP. */
export const PLAN_SCHEMA = 'benchbook.plan/1';
