import { useState } from 'preact/hooks'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Field } from '../../../ui/field.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { useSend } from '../../../use-send.ts'
import { t } from '../../../words/words.ts'
import { type CalendarYear, turned } from './calendar-year.ts'
import { YearGrid } from './year-grid.tsx'

type Read = CalendarYear & { year: number; doubts: readonly { text: string; why: string }[] }

interface ImportWorkCalendarProps {
  /** Years that stand already: the office is told before it replaces one. */
  known: readonly number[]
  busy: boolean
  /** True when it is stored. */
  onSave: (year: number, value: CalendarYear) => Promise<boolean>
}

/** 录入一年的安排: the notice is pasted, read, looked at day by day with its doubts, and only then saved. */
export function ImportWorkCalendar({ known, busy, onSave }: ImportWorkCalendarProps) {
  const { district } = useActing()
  const [text, setText] = useState('')
  const [read, setRead] = useState<Read | null>(null)
  const [checked, setChecked] = useState(false)
  const { send, busy: reading, problem } = useSend('parseHolidayNotice')
  const error = problem ? (problem.fields['/text'] ?? `${problem.title}：${problem.detail}`) : undefined
  async function parse() {
    setChecked(false)
    const answer = await send({ params: { district }, body: { text } })
    setRead(answer.ok ? answer.body : null)
  }
  async function save({ year, holidays, makeUpDays, source }: Read) {
    if (!(await onSave(year, { holidays, makeUpDays, source }))) return
    setText('')
    setRead(null)
  }
  return (
    <section class="card stack">
      <h2>{t('publicity.import')}</h2>
      <Field label={t('publicity.paste')} help={t('publicity.pasteHelp')} error={error}>
        {(link) => <Textarea {...link} value={text} onChange={setText} rows={8} maxLength={20_000} />}
      </Field>
      <div class="row">
        <Button
          kind={read ? 'normal' : 'primary'}
          busy={reading}
          disabled={text.trim() === ''}
          onClick={() => void parse()}
        >
          {t('publicity.parse')}
        </Button>
      </div>
      {read && (
        <>
          <h3>{t('publicity.parsed', { year: read.year })}</h3>
          <p class="muted">{read.source}</p>
          {read.doubts.length === 0 ? (
            <Callout kind="success">{t('publicity.noDoubts')}</Callout>
          ) : (
            <Callout kind="warning" title={t('publicity.doubts', { n: read.doubts.length })}>
              <p>{t('publicity.doubtsHelp')}</p>
              <ul class="doubts">
                {read.doubts.map(({ text: sentence, why }) => (
                  <li key={`${sentence}${why}`}>
                    <strong>{why}</strong> <q>{sentence}</q>
                  </li>
                ))}
              </ul>
            </Callout>
          )}
          {known.includes(read.year) && <Callout>{t('publicity.replacesYear', { year: read.year })}</Callout>}
          <p class="muted">{t('publicity.changeHelp')}</p>
          <YearGrid year={read.year} value={read} onPick={(date) => setRead({ ...read, ...turned(read, date) })} />
          {read.doubts.length > 0 && (
            <Checkbox checked={checked} onChange={setChecked}>
              {t('publicity.checked')}
            </Checkbox>
          )}
          <div class="row">
            <Button
              kind="primary"
              busy={busy}
              disabled={read.doubts.length > 0 && !checked}
              onClick={() => void save(read)}
            >
              {t('publicity.saveYear', { year: read.year })}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
