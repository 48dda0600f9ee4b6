import type { OutputOf } from '../../../call.ts'
import { t } from '../../../words/words.ts'

export type Released = OutputOf<'listReviewComments'>['items'][number]['released']

/** What the unit reads: experts under drawn numbers, their words and nothing else. */
export function ReleasedList({ released }: { released: Released }) {
  return (
    <ol class="released">
      {released.map(({ no, general, criteria }) => (
        <li key={no}>
          <h3>{t('comments.expert', { no })}</h3>
          {general !== '' && <p class="released-text">{general}</p>}
          {criteria.length > 0 && (
            <dl>
              {criteria.map(({ key, title, text }) => (
                <div key={key}>
                  <dt>{title}</dt>
                  <dd class="released-text">{text}</dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ol>
  )
}
