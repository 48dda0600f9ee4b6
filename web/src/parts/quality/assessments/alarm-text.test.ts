import { alarmText as chineseText } from '@shixun/domain/quality/assessments/alarm'
import type { RaisedAlarm } from '@shixun/domain/quality/assessments/alarm-rules'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { addWords, setLanguage } from '../../../words/words.ts'
import { alarms as words } from '../../../words/zh/alarms.ts'
import { alarmText } from './alarm-text.ts'

const alarms: readonly RaisedAlarm[] = [
  { rule: 'a', subject: 'attendance', kind: 'below', metric: 'attendance', value: 7250, limit: 8000 },
  { rule: 'b', subject: 'total', kind: 'fall', metric: 'total', before: 8000, value: 6750, points: 1000 },
  { rule: 'c', subject: 'learning', kind: 'fall', metric: 'learning', before: 9000, value: 7995, points: 1000 },
  { rule: 'd', subject: 'm1', kind: 'overdue', text: '中期检查', to: '2026-06-30', days: 8 },
  { rule: 'e', subject: '', kind: 'silent', lastOn: '2026-05-31', days: 30 },
]

beforeAll(() => addWords('alarms', words))
beforeAll(() => vi.stubGlobal('document', { documentElement: { lang: '' } }))
afterAll(() => vi.unstubAllGlobals())

describe('an alarm', () => {
  it('is said in Chinese as exports and the API say it', () => {
    expect(alarms.map(alarmText)).toEqual(alarms.map(chineseText))
  })
  it('is said in English where English is spoken', async () => {
    await setLanguage('en')
    expect(alarms.map(alarmText)).toEqual([
      'Attendance 72.50%, below 80.00%',
      'Stage score fell from 80.00 to 67.50, 12.50 points lower than last month',
      'Learning fell from 90.00% to 79.95%, 10.05 points lower than last month',
      'Milestone “中期检查” was due by 2026-06-30; 8 days overdue',
      'No new data for 30 days; the last came on 2026-05-31',
    ])
    await setLanguage('zh')
  })
})
