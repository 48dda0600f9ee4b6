import { useState } from 'preact/hooks'
import type { OutputOf } from '../call.ts'
import { showToast } from '../ui/toast.tsx'
import { useSend } from '../use-send.ts'
import { formatInstant } from '../words/format.ts'
import { t } from '../words/words.ts'

const leaps = [
  { days: 1, word: 'frame.leap1' },
  { days: 7, word: 'frame.leap7' },
  { days: 30, word: 'frame.leap30' },
] as const

/** The demonstration's clock, which a visitor moves forward to live through a notice in minutes. */
export function DemoBar({ clock }: { clock: OutputOf<'readDemoClock'> }) {
  const { send, busy } = useSend('moveDemoClock')
  const [day, setDay] = useState('')
  async function move(body: Parameters<typeof send>[0]['body']) {
    const answer = await send({ body })
    if (answer.ok) showToast({ text: t('frame.clockIs', { now: formatInstant(answer.body.now) }) })
    else showToast({ kind: 'error', text: `${answer.problem.title}：${answer.problem.detail}` })
    setDay('')
  }
  return (
    <div class="demo-bar">
      <span class="demo-bar-what">{t('frame.demo')}</span>
      <span>
        {t('frame.clock')} <strong>{formatInstant(clock.now)}</strong>
      </span>
      <span class="demo-bar-leaps">
        {leaps.map(({ days, word }) => (
          <button key={days} type="button" disabled={busy} onClick={() => void move({ advanceDays: days })}>
            {t(word)}
          </button>
        ))}
        <input
          type="date"
          aria-label={t('frame.clockTo')}
          title={t('frame.clockTo')}
          value={day}
          min={formatInstant(clock.now).slice(0, 10)}
          disabled={busy}
          onChange={(event) => {
            const to = event.currentTarget.value
            setDay(to)
            if (to !== '') void move({ now: `${to}T09:00:00+08:00` })
          }}
        />
      </span>
    </div>
  )
}
