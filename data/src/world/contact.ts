export const keyDepartments = ['销售', '财务', '运营', 'IT', 'HR'] as const;
export const otherDepartments = ['采购', '法务', '研发', '市场', '总经办'] as const;
export const departments = [...keyDepartments, ...otherDepartments] as const;

export const decisionLevels = ['C-level', 'VP'] as const;
export const levels = [...decisionLevels, '总监', '经理', '专员'] as const;

export type Department = (typeof departments)[number];
export type Level = (typeof levels)[number];

/** A person we know at an account. The title is not here: it follows from department and level. */
export type Contact = {
  /** Unique in the whole file and never changed: what the contact's own draws are keyed by. */
  readonly id: string;
  readonly name: string;
  readonly department: Department;
  readonly level: Level;
  readonly lastContact: string;
};

export const isKeyDepartment = (department: Department): boolean =>
  (keyDepartments as readonly string[]).includes(department);

export const isDecisionLevel = (level: Level): boolean => (decisionLevels as readonly string[]).includes(level);
