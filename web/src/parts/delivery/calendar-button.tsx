import { useState } from 'preact/hooks'
import { call, type OutputOf } from '../../call.ts'
import { inWeChat } from '../../frame/download.ts'
import { lazyPage } from '../../lazy-page.tsx'
import type { ProblemError } from '../../problem.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { t } from '../../words/words.ts'

const QrCode = lazyPage(() => import('../../ui/qr-code.tsx').then((m) => m.QrCode))

interface CalendarButtonProps {
  /** The cohort; without one it is the calendar of oneself or of one's school. */
  cohortId?: string | undefined
  /** Whether this person may take the address back. */
  renewable: boolean
  name: string
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** 订阅到手机日历: the address, its QR code and the file; the secret is asked for only when the dialog opens. */
export function CalendarButton({ cohortId, renewable, name }: CalendarButtonProps) {
  const { district } = useActing()
  const [open, setOpen] = useState(false)
  const [feed, setFeed] = useState<OutputOf<'openMyCalendar'> | null>(null)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [busy, setBusy] = useState(false)
  const address = feed === null ? '' : `${location.origin}${feed.path}`
  async function ask(renew: boolean) {
    setBusy(true)
    const answer =
      cohortId === undefined
        ? await call(renew ? 'renewMyCalendar' : 'openMyCalendar', { params: { district } })
        : await call(renew ? 'renewCohortCalendar' : 'openCohortCalendar', { params: { district, id: cohortId } })
    setBusy(false)
    setProblem(answer.ok ? null : answer.problem)
    if (!answer.ok) return
    setFeed(answer.body)
    if (renew) showToast({ kind: 'success', text: t('cohorts.calendarRenewed') })
  }
  return (
    <>
      <Button
        icon="clock"
        onClick={() => {
          setOpen(true)
          if (feed === null) void ask(false)
        }}
      >
        {t('cohorts.calendarOpen')}
      </Button>
      <Dialog
        open={open}
        title={t('cohorts.calendar')}
        onClose={() => setOpen(false)}
        actions={
          <>
            {renewable && (
              <Button busy={busy} title={t('cohorts.calendarRenewHelp')} onClick={() => void ask(true)}>
                {t('cohorts.calendarRenew')}
              </Button>
            )}
            {feed !== null && !inWeChat() && (
              <Button icon="download" href={feed.path} download={`${name}.ics`}>
                {t('cohorts.calendarDownload')}
              </Button>
            )}
            <Button
              kind="primary"
              disabled={feed === null}
              onClick={() =>
                void copied(address).then((done) =>
                  showToast(
                    done
                      ? { kind: 'success', text: t('cohorts.calendarCopied') }
                      : { kind: 'error', text: t('cohorts.calendarCopyFailed') },
                  ),
                )
              }
            >
              {t('cohorts.calendarCopy')}
            </Button>
          </>
        }
      >
        <div class="stack">
          {problem && (
            <Callout kind="error" title={problem.title}>
              {problem.detail}
            </Callout>
          )}
          {inWeChat() && <Callout kind="warning">{t('shell.wechat')}</Callout>}
          {feed !== null && (
            <div class="calendar-address">
              <QrCode text={address} label={t('cohorts.calendarQr')} size="132px" />
              <div class="stack">
                <Field label={t('cohorts.calendarAddress')} help={t('cohorts.calendarSecret')}>
                  {(link) => (
                    <input
                      {...link}
                      class="control"
                      readOnly
                      value={address}
                      onFocus={(event) => event.currentTarget.select()}
                    />
                  )}
                </Field>
                <p class="muted">{t('cohorts.calendarSteps')}</p>
                {renewable && <p class="muted">{t('cohorts.calendarRenewHelp')}</p>}
              </div>
            </div>
          )}
        </div>
      </Dialog>
    </>
  )
}
