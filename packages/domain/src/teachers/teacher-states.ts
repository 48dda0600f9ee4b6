/** Where a teacher may stand in the roster, the usual one first. The life cycle is in `teacher.ts`. */
export const TEACHER_STATES = ['active', 'left', 'moved', 'locked', 'erased'] as const
export type TeacherState = (typeof TEACHER_STATES)[number]
