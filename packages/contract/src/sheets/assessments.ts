import { METRICS } from '@shixun/domain/quality/assessments/metrics'
import type { Sheet } from '../route.ts'
import { coded, instant, list, number, text } from './column.ts'

/** What the lists of the dynamic assessment export; percentages of every metric in a column of their own. */
export const assessmentSheets = {
  assessments: {
    title: '动态考核',
    columns: [
      text('title', '项目', 40),
      text('unitName', '承办单位', 24),
      coded('state', '考核状态', 'assessment'),
      text('month', '考核月', 10),
      text('asOf', '截至', 12),
      number('total', '阶段分'),
      coded('band', '阶段等次', 'band'),
      number('present', '已有数据的分值'),
      number('measurable', '由数据评价的分值'),
      number('alarms', '待处理预警'),
      number('standing', '未解除预警'),
      ...Object.entries(METRICS).map(([key, { title }]) => number(`figures.${key}`, `${title}(%)`)),
      list('trend.month', '已定稿月份', 30),
      list('trend.total', '各月阶段分', 30),
      instant('computedAt', '计算时间'),
    ],
  },
  alarms: {
    title: '动态考核预警',
    columns: [
      text('projectTitle', '项目', 40),
      text('unitName', '承办单位', 24),
      text('text', '预警', 50),
      coded('state', '状态', 'assessment_alarm'),
      text('month', '考核月', 10),
      text('explanation', '单位说明', 40),
      text('note', '处理意见', 40),
      instant('createdAt', '预警时间'),
      instant('goneAt', '解除时间'),
    ],
  },
} satisfies Record<string, Sheet>
