import './calls.css'
import { useState } from 'preact/hooks'
import { call } from '../../../call.ts'
import { HistoryCard } from '../../../frame/history-card.tsx'
import { enters } from '../../../frame/menu-table.ts'
import { type Move, MoveButtons } from '../../../frame/move-buttons.tsx'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { Field } from '../../../ui/field.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateTag } from '../../../ui/state-tag.tsx'
import { useQuery } from '../../../use-query.ts'
import { formatInstant } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { ChinaTimeInput } from '../china-time-input.tsx'
import { type Call, draftOf } from './call-draft.ts'
import { CallFacts } from './call-facts.tsx'
import { CallOfAddress } from './call-of-address.tsx'
import { FormTable } from './form-table.tsx'
import { CallFilesCard, CopyCallDialog, ExtensionsCard, FormVersionsCard } from './lazy-call-parts.ts'

function useCallMoves(one: Call): readonly Move[] {
  const { district } = useActing()
  const [closesAt, setClosesAt] = useState('')
  const params = { district, id: one.id }
  const ifMatch = one.version
  return [
    {
      action: 'close',
      note: 'optional',
      kind: 'danger',
      message: t('calls.closeHelp'),
      send: (note) => call('closeCall', { params, body: { note }, ifMatch }),
    },
    {
      action: 'reopen',
      note: 'required',
      message: (
        <Field label={t('calls.newClosesAt')} required group>
          {(link) => <ChinaTimeInput {...link} value={closesAt} onChange={setClosesAt} usualTime="17:30" />}
        </Field>
      ),
      send: (note = '') => call('reopenCall', { params, body: { note, closesAt }, ifMatch }),
    },
    {
      action: 'open',
      label: t('calls.open'),
      note: 'none',
      kind: 'primary',
      message: t('calls.openHelp'),
      send: () => call('openCall', { params, body: {}, ifMatch }),
    },
  ]
}

function Detail({ one }: { one: Call }) {
  const { district, role } = useActing()
  const moves = useCallMoves(one)
  const [copying, setCopying] = useState(false)
  const history = useQuery('readCallHistory', { params: { district, id: one.id } })
  const rubric = useQuery('readRubric', one.rubricId === null ? null : { params: { district, id: one.rubricId } })
  return (
    <>
      <PageHead
        title={one.title}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.calls'), href: '/calls' },
          { label: one.title },
        ]}
        tags={<StateTag group="call" state={one.state} />}
        actions={
          <>
            <Button icon="print" onClick={() => window.print()}>
              {t('ui.print')}
            </Button>
            {one.actions.includes('edit') && <Button href={`/calls/${one.id}/edit`}>{t('frame.edit')}</Button>}
            {one.actions.includes('amend') && <Button href={`/calls/${one.id}/amend`}>{t('design.amend')}</Button>}
            {one.actions.includes('copy') && <Button onClick={() => setCopying(true)}>{t('design.copy')}</Button>}
            {enters(role, 'newNotice') && one.state === 'closed' && (
              <Button href={`/publicity/new?call=${one.id}`}>{t('calls.toNotice')}</Button>
            )}
            <MoveButtons offered={one.actions} moves={moves} />
            {one.actions.includes('apply') && (
              <Button kind="primary" icon="plus" href={`/applications/new?call=${one.id}`}>
                {t('calls.apply')}
              </Button>
            )}
          </>
        }
      />
      <div class="stack">
        {one.extendedUntil !== null && (
          <Callout kind="success" title={t('design.extendedForYou', { until: formatInstant(one.extendedUntil) })}>
            {t('design.extendedForYouHelp')}
          </Callout>
        )}
        <section class="card">
          <div class="card-head">
            <h2>{t('frame.basics')}</h2>
            {one.state !== 'draft' && <a href={`/applications?call=${one.id}`}>{t('calls.itsApplications')}</a>}
          </div>
          <CallFacts call={draftOf(one)} rubricTitle={rubric.data?.title} />
        </section>
        {one.guidance !== '' && (
          <section class="card">
            <h2>{t('calls.guidance')}</h2>
            <p class="guidance">{one.guidance}</p>
          </section>
        )}
        <CallFilesCard call={one} />
        <section class="card">
          <h2>{t('calls.form')}</h2>
          <FormTable form={one.form} />
        </section>
        {one.formNo > 1 && <FormVersionsCard call={one} />}
        {one.actions.includes('extend') && <ExtensionsCard callId={one.id} />}
        <HistoryCard group="call" query={history} />
      </div>
      {copying && <CopyCallDialog source={one} onClose={() => setCopying(false)} />}
    </>
  )
}

export function CallPage() {
  return <CallOfAddress>{(one) => <Detail one={one} />}</CallOfAddress>
}
