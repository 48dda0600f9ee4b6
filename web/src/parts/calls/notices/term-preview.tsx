import type { OutputOf } from '../../../call.ts'
import { t, wordFor } from '../../../words/words.ts'
import { DayGrid, type GridDay, weekdayOf } from '../calendar/day-grid.tsx'

type Term = OutputOf<'previewNoticeTerm'>

function gridDay({ date, kind, no }: Term['days'][number], term: Term): GridDay {
  const special = kind === 'make_up' || kind === 'holiday' ? t(`publicity.mark.${kind}`) : ''
  const count = no === null ? '' : t('publicity.dayNo', { n: no })
  const start = date === term.startsOn ? t('publicity.mark.start') : ''
  const weekday = wordFor('weekdayLong', String(weekdayOf(date)))
  return {
    date,
    kind,
    mark: [start, special, no === null ? '' : String(no)].filter(Boolean).join(' '),
    said: [date, weekday, start, t(`publicity.dayKind.${kind}`), count].filter(Boolean).join(' '),
    look: date === term.endsOn ? 'last' : no === null ? undefined : 'counted',
  }
}

/** Until when a notice would stand, and how that was counted, day by day. */
export function TermPreview({ term }: { term: Term }) {
  const weekday = wordFor('weekdayLong', String(weekdayOf(term.endsOn)))
  return (
    <div>
      <p role="status">
        <strong>{t('publicity.until', { date: term.endsOn, weekday })}</strong>
      </p>
      <DayGrid caption={t('publicity.termCaption')} days={term.days.map((day) => gridDay(day, term))} />
    </div>
  )
}
