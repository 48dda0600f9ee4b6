import './comparison.css'
import type { OutputOf } from '../../../call.ts'
import { t } from '../../../words/words.ts'

type Segments = OutputOf<'compareSubmissions'>['title']['segments']

/** A text with what went struck through and what came underlined; those who hear it are told which is which. */
export function DifferenceText({ segments }: { segments: Segments }) {
  return (
    <p class="difference-text">
      {segments.map(({ mark, text }, at) => {
        if (mark === 'same') return text
        const removed = mark === 'removed'
        const inside = (
          <>
            <span class="visually-hidden">{removed ? t('files.deleted') : t('files.inserted')}</span>
            {text}
          </>
        )
        return removed ? <del key={at}>{inside}</del> : <ins key={at}>{inside}</ins>
      })}
    </p>
  )
}
