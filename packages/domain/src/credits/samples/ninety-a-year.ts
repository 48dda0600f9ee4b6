import type { Requirement } from '../policy.ts'
import { type PolicySample, SAMPLE_FRAME } from './sample-frame.ts'

function yearly(id: string, title: string, amount: number, where: Requirement['where']): Requirement {
  return { id, title, kind: 'min', unit: 'hours', amount, where, window: { kind: 'calendar_year' } }
}

/** 90 hours a year: 30 common, 42 of the field, 18 of choice; hours of 45 minutes, eight a day at most. */
export const NINETY_A_YEAR: PolicySample = {
  key: 'ninety-a-year',
  source: '广东省专业技术人员继续教育口径：1 学时 45 分钟、每天最多 8 学时（二手资料，施行前请核对原文）',
  policy: {
    ...SAMPLE_FRAME,
    title: '每年 90 学时：公需 30、专业 42、选修 18',
    cycle: { years: 1, anchor: { kind: 'calendar' } },
    minutesPerHour: 45,
    caps: [{ id: 'day', title: '每天最多 8 学时', where: {}, per: 'day', unit: 'hours', most: 8 }],
    requirements: [
      yearly('total', '全年学时', 90, {}),
      yearly('common', '公需科目', 30, { category: ['公需科目'] }),
      yearly('field', '专业科目', 42, { category: ['专业科目'] }),
      yearly('choice', '选修科目', 18, { category: ['选修科目'] }),
    ],
  },
}
