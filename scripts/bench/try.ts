import { panelInput, byDomain, byBareLoop } from './panel-ratio.ts'
import { aggregatePanel } from '@shixun/domain/quality/aggregate-panel'
import { severityModel } from '@shixun/domain/quality/severity'
import { designOf } from '@shixun/domain/quality/design'
import { rankItems } from '@shixun/domain/quality/rank'
const input = panelInput()
const t = (f: any) => { const a = performance.now(); f(); return performance.now() - a }
for (let i = 0; i < 7; i++) console.log('domain', t(() => byDomain(input)).toFixed(1), 'bare', t(() => byBareLoop(input)).toFixed(2))
const scored = input.sheets.map(({ item, rater, scores }) => ({ item, rater, score: Object.values(scores).reduce((a, b) => a + b, 0) }))
for (let i = 0; i < 4; i++) {
  let r: any
  console.log('aggregate', t(() => { r = aggregatePanel(scored, { method: 'mean' }) }).toFixed(1), 'severity', t(() => severityModel(scored)).toFixed(1), 'design', t(() => designOf(scored)).toFixed(1), 'rank', t(() => rankItems(r.items.map((x: any) => ({ id: x.item, score: x.official.value })), { quota: 100, tieBreak: [] })).toFixed(1))
}
