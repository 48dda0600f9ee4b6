import './hours.css'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { ProblemView } from '../../frame/problem-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { formatInstant, formatNumber, formatTime } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { type Shown, useCheckInCodes } from './use-check-in-codes.ts'

function Code({ codes, code, left }: Shown) {
  if (!codes) return null
  if (codes.phase !== 'open')
    return (
      <EmptyState
        title={wordFor('hours.phase', codes.phase)}
        help={t('hours.phaseHelp', { from: formatInstant(codes.from), to: formatInstant(codes.to) })}
      />
    )
  if (code === null)
    return <EmptyState kind="offline" title={t('hours.screenOffline')} help={t('hours.screenOfflineHelp')} />
  const address = `${location.origin}/check-in?c=${encodeURIComponent(code)}`
  return (
    <>
      <QrCode text={address} label={t('hours.qr')} size="40rem" />
      <div class="screen-side">
        <div class="screen-label">{t('hours.screenCount')}</div>
        {/* read out when somebody asks, not with every arrival */}
        <div class="screen-count">{formatNumber(codes.present)}</div>
        <div class="screen-label">{t('hours.screenAll', { n: formatNumber(codes.taken) })}</div>
        <div class="screen-left">
          <ProgressBar
            value={left}
            max={codes.rotateSeconds}
            label={t('hours.screenLeft', { n: left })}
            name={t('hours.qr')}
          />
        </div>
        <p class="screen-hint">{t('hours.screenHint')}</p>
        <p class="screen-more">{t('hours.screenHintMore', { n: codes.rotateSeconds })}</p>
      </div>
    </>
  )
}

/** 签到屏, made for a projector: a code that turns over, and how many are there. */
export function CheckInScreen() {
  const { district } = useActing()
  const { id = '' } = useRoute().params
  const shown = useCheckInCodes(district, id)
  const screen = useRef<HTMLDivElement>(null)
  const [full, setFull] = useState(false)
  useEffect(() => {
    const listen = () => setFull(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', listen)
    return () => document.removeEventListener('fullscreenchange', listen)
  }, [])
  function toggle() {
    if (full) void document.exitFullscreen()
    else void screen.current?.requestFullscreen?.()
  }
  const { codes, problem } = shown
  return (
    <>
      <PageHead
        title={t('hours.screen')}
        crumbs={[{ label: t('menu.cohorts'), href: '/cohorts' }, { label: t('hours.screen') }]}
        actions={
          <>
            <Button href={`/sessions/${id}/attendance`}>{t('hours.enter')}</Button>
            <Button kind="primary" onClick={toggle}>
              {t('hours.fullScreen')}
            </Button>
          </>
        }
      />
      {codes === undefined && (problem ? <ProblemView problem={problem} /> : <Skeleton rows={6} />)}
      {codes && (
        <div class="card screen" ref={screen}>
          <div class="screen-head">
            <h2>{codes.topic}</h2>
            <p>
              {codes.cohortTitle}　{formatInstant(codes.startsAt)}–{formatTime(codes.endsAt)}　{codes.place}
            </p>
            {full && <Button onClick={toggle}>{t('hours.leaveFullScreen')}</Button>}
          </div>
          <div class="screen-body">
            <Code {...shown} />
          </div>
        </div>
      )}
    </>
  )
}
