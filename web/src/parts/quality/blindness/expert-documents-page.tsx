import { useRef, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { addressOf, call, newKey, type OutputOf } from '../../../call.ts'
import { ListTable } from '../../../frame/list-table.tsx'
import { MoveButtons } from '../../../frame/move-buttons.tsx'
import type { ProblemError } from '../../../problem.ts'
import { refreshAll } from '../../../query-store.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { usePages } from '../../../use-pages.ts'
import { t, wordFor } from '../../../words/words.ts'
import { ReplaceDocument } from './replace-document.tsx'

export type ExpertDocument = OutputOf<'listExpertDocuments'>['items'][number]

const tones = { unchecked: 'neutral', ready: 'green', held: 'amber', unclean: 'red', hidden: 'neutral' } as const

type Tally = { checked: number; held: number; unclean: number }

/** Looks at all files of a call, a few a request, and tells how far it is; what was looked at stays so when it is stopped. */
function CheckAll({ callId }: { callId: string }) {
  const { district } = useActing()
  const going = useRef(false)
  const [tally, setTally] = useState<Tally | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  async function begin() {
    going.current = true
    setBusy(true)
    setProblem(null)
    let sum: Tally = { checked: 0, held: 0, unclean: 0 }
    let after: string | null = null
    setTally(sum)
    do {
      const answer: Awaited<ReturnType<typeof call<'checkExpertDocuments'>>> = await call('checkExpertDocuments', {
        params: { district, id: callId },
        body: { after },
        idempotencyKey: newKey(),
      })
      if (!answer.ok) {
        setProblem(answer.problem)
        break
      }
      const { checked, held, unclean } = answer.body
      sum = { checked: sum.checked + checked, held: sum.held + held, unclean: sum.unclean + unclean }
      after = answer.body.after
      setTally(sum)
    } while (after !== null && going.current)
    setBusy(false)
    refreshAll()
  }
  return (
    <>
      <div class="row">
        <Button kind="primary" busy={busy} onClick={() => void begin()}>
          {t('documents.begin')}
        </Button>
        {busy && (
          <Button
            onClick={() => {
              going.current = false
            }}
          >
            {t('documents.stop')}
          </Button>
        )}
      </div>
      <p role="status" class={tally ? '' : 'visually-hidden'}>
        {tally &&
          (busy
            ? t('documents.going', { n: tally.checked })
            : t('documents.done', { n: tally.checked, held: tally.held, unclean: tally.unclean }))}
      </p>
      {problem && (
        <Callout kind="error" title={problem.title}>
          {problem.detail}
        </Callout>
      )}
    </>
  )
}

function Findings({ row }: { row: ExpertDocument }) {
  return (
    <>
      {row.reason && <p>{row.reason}</p>}
      {row.whole === false && row.state !== 'unclean' && <p>{t('documents.unread')}</p>}
      {row.note && <p class="muted">{row.note}</p>}
    </>
  )
}

/** 双盲材料检查: what experts will see of each file, and the office's word on those that tell too much. */
export function ExpertDocumentsPage() {
  const { district } = useActing()
  const { params } = useRoute()
  const callId = params['callId'] ?? ''
  const [replacing, setReplacing] = useState<ExpertDocument | null>(null)
  const pages = usePages('listExpertDocuments', (after) => ({ params: { district }, query: { call: callId, after } }))
  const at = ({ applicationId, id }: ExpertDocument) => ({ district, id: applicationId, attachmentId: id })
  const rule = (row: ExpertDocument, ruling: 'show' | 'hide') => (note: string | undefined) =>
    call('ruleExpertDocument', { params: at(row), body: { ruling, note: note ?? '' }, ifMatch: row.version })
  return (
    <>
      <PageHead
        title={t('documents.check')}
        help={t('documents.checkHelp')}
        crumbs={[{ label: t('documents.crumb'), href: '/panels' }, { label: t('documents.check') }]}
      />
      <section class="card">
        <CheckAll callId={callId} />
      </section>
      <ListTable
        pages={pages}
        caption={t('documents.check')}
        storageKey="expert-documents"
        empty={<EmptyState title={t('documents.none')} help={t('documents.noneHelp')} />}
        columns={[
          {
            key: 'name',
            title: t('documents.file'),
            card: 'title',
            fixed: true,
            render: (row) => (
              <>
                {row.name} {row.replaced && <Tag>{t('documents.replaced')}</Tag>}
              </>
            ),
          },
          { key: 'title', title: t('documents.application'), render: (row) => row.title },
          { key: 'unit', title: t('documents.unit'), render: (row) => row.unitName },
          {
            key: 'state',
            title: t('documents.state'),
            nowrap: true,
            render: (row) => <Tag tone={tones[row.state]}>{wordFor('documentState', row.state)}</Tag>,
          },
          { key: 'found', title: t('documents.found'), render: (row) => <Findings row={row} /> },
          {
            key: 'actions',
            title: t('ui.actions'),
            card: 'bare',
            render: (row) => (
              <div class="row">
                {row.state !== 'unclean' && (
                  <a href={addressOf('readExpertDocument', at(row))} target="_blank" rel="noreferrer">
                    {t('documents.look')}
                  </a>
                )}
                <MoveButtons
                  size="small"
                  quiet
                  offered={row.actions}
                  moves={[
                    {
                      action: 'show',
                      label: t('documents.show'),
                      message: t('documents.showHelp'),
                      note: 'required',
                      send: rule(row, 'show'),
                    },
                    {
                      action: 'hide',
                      label: t('documents.hide'),
                      message: t('documents.hideHelp'),
                      note: 'required',
                      send: rule(row, 'hide'),
                    },
                  ]}
                />
                {row.actions.includes('replace') && (
                  <Button size="small" kind="text" onClick={() => setReplacing(row)}>
                    {t('documents.replace')}
                  </Button>
                )}
              </div>
            ),
          },
        ]}
      />
      {replacing && <ReplaceDocument row={replacing} onClose={() => setReplacing(null)} />}
    </>
  )
}
