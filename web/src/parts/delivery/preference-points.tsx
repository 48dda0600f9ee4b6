import type { OutputOf } from '../../call.ts'
import { t } from '../../words/words.ts'

type Preference = OutputOf<'nominateTeachers'>['items'][number]['preference']

/** Points with what they are for. */
export function PreferencePoints({ preference: { points, parts } }: { preference: Preference }) {
  return (
    <div>
      {points}
      {parts.map(({ what, points: own }) => (
        <span key={what} class="preference-parts">
          {t('enrol.points', { what, points: own })}
        </span>
      ))}
    </div>
  )
}
