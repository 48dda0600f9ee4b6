import { type AttendanceRules, DEFAULT_ATTENDANCE_RULES } from '@shixun/domain/delivery/attendance'

/** The setting under which a bureau keeps how it takes attendance. */
export const ATTENDANCE = 'attendance'

/** How attendance is taken here: as the bureau set it, or as it ships. */
export function attendanceRulesOf(setting: string | undefined): AttendanceRules {
  const own: Partial<AttendanceRules> | null = setting === undefined ? null : JSON.parse(setting)
  return { ...DEFAULT_ATTENDANCE_RULES, ...own }
}
