import './calls.css'
import { useRoute } from 'preact-iso'
import { addressOf } from '../../call.ts'
import { inWeChat } from '../../frame/download.ts'
import { HistoryCard } from '../../frame/history-card.tsx'
import { MoveButtons } from '../../frame/move-buttons.tsx'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FormFieldList } from '../../ui/form-field-list.tsx'
import { FormFieldValue } from '../../ui/form-field-value.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { UploadedFiles } from '../../ui/uploaded-files.tsx'
import { useQuery } from '../../use-query.ts'
import { formatInstant, formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { type Application, useApplicationMoves } from './application-moves.tsx'
import { drawnFields } from './contract-form.ts'

function Facts({ one }: { one: Application }) {
  const { provenance } = one
  return (
    <section class="card">
      <h2>{t('frame.basics')}</h2>
      <DescriptionList
        items={[
          { label: t('calls.number'), value: one.number },
          { label: t('calls.unit'), value: `${one.unitName}（${wordFor('unitKind', one.unitKind)}）` },
          {
            label: t('menu.calls'),
            value: one.callId === null ? null : <a href={`/calls/${one.callId}`}>{one.callTitle}</a>,
          },
          { label: t('calls.submissions'), value: t('calls.times', { n: one.submissionNo }) },
          { label: t('calls.score'), value: formatNumber(one.score, 2) },
          { label: t('calls.rank'), value: one.rank === null ? null : String(one.rank) },
          {
            label: t('menu.publicity'),
            value: one.noticeId === null ? null : <a href={`/publicity/${one.noticeId}`}>{t('frame.view')}</a>,
          },
          { label: t('frame.updatedAt'), value: formatInstant(one.updatedAt) },
          ...(provenance
            ? [
                {
                  label: t('calls.provenance'),
                  wide: true,
                  value: t('calls.provenanceValue', {
                    title: provenance.title,
                    version: provenance.version,
                    origin: provenance.origin,
                    curator: provenance.curator,
                  }),
                },
              ]
            : []),
        ]}
      />
    </section>
  )
}

function Content({ one }: { one: Application }) {
  const { district } = useActing()
  const drawn = drawnFields(one.form)
  const dated = new Set(one.form.filter(({ type }) => type === 'milestones').map(({ key }) => key))
  const milestones = drawn.filter(({ key }) => dated.has(key))
  const files = one.attachments.map(({ id, name, size }) => ({
    id,
    name,
    size,
    href: inWeChat() ? undefined : addressOf('readAttachment', { district, id: one.id, attachmentId: id }),
  }))
  return (
    <>
      <section class="card">
        <h2>{t('calls.content')}</h2>
        {drawn.length === 0 ? (
          <EmptyState title={t('calls.noForm')} help={t('calls.noFormHelp')} />
        ) : (
          <FormFieldList readOnly fields={drawn.filter(({ key }) => !dated.has(key))} values={one.values} />
        )}
      </section>
      {milestones.map((field) => (
        <section class="card" key={field.key}>
          <h2>{field.title}</h2>
          <FormFieldValue field={field} value={one.values[field.key]} />
        </section>
      ))}
      <section class="card">
        <h2>{t('calls.attachments')}</h2>
        {inWeChat() && files.length > 0 && <Callout kind="warning">{t('shell.wechat')}</Callout>}
        {files.length === 0 ? <p class="muted">{t('calls.noAttachments')}</p> : <UploadedFiles files={files} />}
      </section>
    </>
  )
}

function Detail({ one }: { one: Application }) {
  const { district } = useActing()
  const moves = useApplicationMoves(one)
  const history = useQuery('readApplicationHistory', { params: { district, id: one.id } })
  const last = history.data?.items.find(({ to }) => to === 'returned')
  return (
    <>
      <PageHead
        title={one.title}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.applications'), href: '/applications' },
          { label: one.title },
        ]}
        tags={<StateTag group="application" state={one.state} />}
        actions={
          <>
            <Button icon="print" onClick={() => window.print()}>
              {t('ui.print')}
            </Button>
            <MoveButtons offered={one.actions} moves={moves} />
            {one.actions.includes('edit') && (
              <Button kind="primary" href={`/applications/${one.id}/edit`}>
                {one.state === 'returned' ? t('calls.correct') : t('calls.continueFilling')}
              </Button>
            )}
          </>
        }
      />
      <div class="stack">
        {one.state === 'returned' && last?.note && (
          <Callout kind="warning" title={t('calls.returnedBecause')}>
            {last.note}
          </Callout>
        )}
        <div class="detail">
          <div>
            <Facts one={one} />
            <Content one={one} />
          </div>
          <HistoryCard group="application" query={history} />
        </div>
      </div>
    </>
  )
}

export function ApplicationPage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readApplication', { params: { district, id } })
  return <QueryView query={query}>{(one) => <Detail one={one} />}</QueryView>
}
