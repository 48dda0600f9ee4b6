import type { Sheet } from '../route.ts'
import { list, number, text } from './column.ts'

const FALLBACK_WORDS = {
  fewer_than_5_sheets: '不足 5 份，不能去极值',
  not_calibrated: '数据不足以校正宽严',
  one_rater: '只有一位专家',
  too_few_sheets_per_rater: '有专家的评分太少',
  not_connected: '各组专家没有共同评过的项目',
} as const

/** The ranking as a workbook, as the office lays it before a school or a meeting. */
export const rankingSheets = {
  ranking: {
    title: '评审排名',
    columns: [
      number('rank', '名次'),
      text('title', '项目', 40),
      text('unitName', '申报单位', 28),
      number('official', '采用分'),
      { key: 'seat', title: '名额', words: { in: '名额内', out: '名额外', undecided: '并列待定' }, width: 10 },
      { key: 'tied', title: '并列', as: 'yesno', width: 8 },
      list('brokenBy', '并列时依据', 18),
      number('mean', '平均'),
      number('median', '中位数'),
      number('trimmed', '去极值平均'),
      number('severityAdjusted', '宽严校正'),
      number('places.mean', '平均名次'),
      number('places.median', '中位数名次'),
      number('places.trimmed', '去极值名次'),
      number('places.severityAdjusted', '校正名次'),
      number('gap', '分差'),
      { key: 'arbitration', title: '分差超限', as: 'yesno', width: 10 },
      { key: 'settled', title: '分差处理', words: { extra: '已加评', waived: '说明后不加评' }, width: 14 },
      { key: 'fallback', title: '改用平均的原因', width: 24, words: FALLBACK_WORDS },
      list('vetoed', '一票否决', 18),
      number('sheets', '评分表数'),
    ],
  },
} as const satisfies Record<string, Sheet>
