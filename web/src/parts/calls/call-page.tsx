import './calls.css'
import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { call } from '../../call.ts'
import { enters } from '../../frame/menu-table.ts'
import { type Move, MoveButtons } from '../../frame/move-buttons.tsx'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Field } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { useQuery } from '../../use-query.ts'
import { t, wordFor } from '../../words/words.ts'
import { type Call, draftOf } from './call-draft.ts'
import { CallFacts } from './call-facts.tsx'
import { ChinaTimeInput } from './china-time-input.tsx'
import { ExtensionDialog } from './extension-dialog.tsx'

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
  const [extending, setExtending] = useState(false)
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
            {one.actions.includes('extend') && <Button onClick={() => setExtending(true)}>{t('calls.extend')}</Button>}
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
        <section class="card">
          <h2>{t('frame.basics')}</h2>
          <CallFacts call={draftOf(one)} rubricTitle={rubric.data?.title} />
        </section>
        {one.guidance !== '' && (
          <section class="card">
            <h2>{t('calls.guidance')}</h2>
            <p class="guidance">{one.guidance}</p>
          </section>
        )}
        <section class="card">
          <h2>{t('calls.form')}</h2>
          <DataTable
            caption={t('calls.form')}
            rows={one.form}
            rowKey={(field) => field.key}
            columns={[
              { key: 'title', title: t('calls.field'), render: (field) => field.title, card: 'title' },
              { key: 'type', title: t('calls.fieldType'), render: (field) => wordFor('fieldType', field.type) },
              {
                key: 'required',
                title: t('ui.required'),
                render: (field) => (field.required ? t('ui.yes') : t('ui.no')),
              },
              { key: 'help', title: t('calls.fieldHelp'), render: (field) => field.help ?? t('ui.none') },
            ]}
          />
        </section>
        {one.state !== 'draft' && (
          <Button icon="list" href={`/applications?call=${one.id}&state=submitted`}>
            {t('calls.itsApplications')}
          </Button>
        )}
      </div>
      <ExtensionDialog open={extending} callId={one.id} onClose={() => setExtending(false)} />
    </>
  )
}

export function CallPage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readCall', { params: { district, id } })
  return <QueryView query={query}>{(one) => <Detail one={one} />}</QueryView>
}
