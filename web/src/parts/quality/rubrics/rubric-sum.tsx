import { t } from '../../../words/words.ts'
import { fixedPoints, pointsText } from '../hundredths.ts'
import { type Criterion, leavesOf, natureOf, weightOf } from './rubric-tree.ts'

const full = 10_000

/** 已分配 92.00 / 100.00，还差 8.00: said again whenever it changes. */
export function RubricSum({ criteria }: { criteria: readonly Criterion[] }) {
  const sum = weightOf(criteria)
  const leaves = leavesOf(criteria)
  const capOf = (nature: 'bonus' | 'deduction') =>
    leaves.reduce((all, leaf) => (natureOf(leaf) === nature ? all + (leaf.max ?? 0) : all), 0)
  const [bonus, deduction] = [capOf('bonus'), capOf('deduction')]
  const veto = leaves.filter((leaf) => natureOf(leaf) === 'veto').length
  const look = sum === full ? 'full' : sum > full ? 'over' : 'short'
  return (
    <div class={`rubric-sum rubric-sum-${look}`}>
      <div role="status" class="rubric-sum-words">
        <span>{t('rubrics.given', { sum: fixedPoints(sum), whole: fixedPoints(full) })}</span>
        <strong>
          {sum === full && t('rubrics.exact')}
          {sum < full && t('rubrics.short', { points: fixedPoints(full - sum) })}
          {sum > full && t('rubrics.over', { points: fixedPoints(sum - full) })}
        </strong>
      </div>
      <div class="rubric-sum-bar" aria-hidden="true">
        <span style={{ width: `${Math.min(100, (sum / full) * 100)}%` }} />
      </div>
      {bonus + deduction + veto > 0 && (
        <div class="rubric-sum-besides">
          {t('rubrics.besides', { bonus: pointsText(bonus), deduction: pointsText(deduction), veto })}
        </div>
      )}
    </div>
  )
}
