import { t } from '../words/words.ts'
import { courseSum, moduleHours } from './course-sum.ts'
import type { FormValues } from './form-field.ts'

/** How many courses and hours, in all and by module. */
export function CourseTotals({ rows }: { rows: readonly FormValues[] }) {
  const modules = moduleHours(rows)
  return (
    <div class="course-totals">
      <strong>{t('plan.courseSum', courseSum(rows))}</strong>
      {modules.length > 1 && (
        <div class="muted">
          {t('plan.moduleHours')}
          {modules.map(({ module, hours }) => (
            <span key={module} class="course-module-hours">
              {module} {hours}
            </span>
          ))}
        </div>
      )}
    </div>
  )
}
