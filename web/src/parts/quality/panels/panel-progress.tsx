import { useState } from 'preact/hooks'
import type { OutputOf } from '../../../call.ts'
import { ListTable } from '../../../frame/list-table.tsx'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ProgressBar } from '../../../ui/progress-bar.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { usePages } from '../../../use-pages.ts'
import { useSend } from '../../../use-send.ts'
import { formatInstant } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import type { Panel } from './panel-page.tsx'

type Reminded = OutputOf<'remindExperts'>
type Row = OutputOf<'listPanelExperts'>['items'][number]
type Asking = { what: 'remind' | 'replace'; row: Row | null } | null

async function copy(text: string) {
  try {
    await navigator.clipboard.writeText(text)
    showToast({ kind: 'success', text: t('panels.copied') })
  } catch {
    // an old browser keeps the text selectable
  }
}

/** Who is done, who has not begun, who is late; reminders and an expert who leaves. */
export function PanelProgress({ panel, mayWrite }: { panel: Panel; mayWrite: boolean }) {
  const { district } = useActing()
  const params = { district, id: panel.id }
  const pages = usePages('listPanelExperts', (after) => ({ params, query: { after, limit: 50 } }))
  const remind = useSend('remindExperts')
  const replace = useSend('replaceExpert')
  const [asking, setAsking] = useState<Asking>(null)
  const [said, setSaid] = useState<Reminded | null>(null)
  const open = panel.state === 'scoring' && mayWrite
  const unsealed = ({ assigned, declared }: Row) => assigned + declared
  async function sendReminders(row: Row | null) {
    const answer = await remind.send({ params, body: row ? { expertIds: [row.id] } : {} })
    setAsking(null)
    if (!answer.ok) return showToast({ kind: 'error', text: `${answer.problem.title}。${answer.problem.detail}` })
    const { reminded } = answer.body
    if (reminded.length === 0) return showToast({ text: t('panels.remindedNone') })
    showToast({ kind: 'success', text: t('panels.reminded', { n: reminded.length }) })
    setSaid(answer.body)
  }
  async function letGo(row: Row, note: string) {
    const answer = await replace.send({ params, body: { expertId: row.id, note } })
    if (!answer.ok) return
    setAsking(null)
    const { given, unfilled } = answer.body
    showToast({ kind: 'success', text: t('panels.movedSeats', { n: given.length }) })
    if (unfilled.length > 0) showToast({ kind: 'error', text: t('panels.unfilled', { n: unfilled.length }) })
  }
  const replacing = asking?.what === 'replace' ? asking.row : null
  return (
    <>
      <ListTable
        pages={pages}
        caption={t('panels.tabProgress')}
        toolbar={
          open && (
            <Button icon="clock" onClick={() => setAsking({ what: 'remind', row: null })}>
              {t('panels.remindAll')}
            </Button>
          )
        }
        columns={[
          {
            key: 'name',
            title: t('panels.expert'),
            card: 'title',
            nowrap: true,
            render: (row) => <a href={`/experts/${row.id}`}>{row.name}</a>,
          },
          {
            key: 'progress',
            title: t('quality.progress'),
            width: '11rem',
            render: (row) => (
              <ProgressBar
                value={row.submitted}
                max={row.due}
                tone={row.overdue > 0 ? 'late' : row.submitted >= row.due ? 'done' : 'normal'}
                label={t('panels.progressOf', { n: row.submitted, total: row.due })}
                name={`${row.name} ${row.submitted} / ${row.due}`}
              />
            ),
          },
          { key: 'assigned', title: t('panels.assigned'), align: 'right', render: (row) => row.assigned },
          { key: 'declared', title: t('panels.declared'), align: 'right', render: (row) => row.declared },
          {
            key: 'marks',
            title: t('frame.remark'),
            render: (row) => (
              <span class="row">
                {row.overdue > 0 && <Tag tone="red">{t('panels.overdue', { n: row.overdue })}</Tag>}
                {row.late > 0 && <Tag tone="amber">{t('panels.late', { n: row.late })}</Tag>}
                {row.recused + row.replaced + row.voided > 0 && (
                  <span class="muted">
                    {t('panels.givenUp', { recused: row.recused, replaced: row.replaced, voided: row.voided })}
                  </span>
                )}
                {row.barred > 0 && (
                  <span class="muted">
                    {t('panels.barredItems')} {row.barred}
                  </span>
                )}
              </span>
            ),
          },
          {
            key: 'lastAt',
            title: t('panels.lastAt'),
            nowrap: true,
            render: (row) => (row.lastAt === null ? t('panels.notBegun') : formatInstant(row.lastAt)),
          },
          {
            key: 'remindedAt',
            title: t('panels.remindedAt'),
            nowrap: true,
            render: (row) => (row.remindedAt === null ? t('ui.none') : formatInstant(row.remindedAt)),
          },
          ...(open
            ? [
                {
                  key: 'moves',
                  title: t('ui.actions'),
                  card: 'bare' as const,
                  nowrap: true,
                  render: (row: Row) =>
                    unsealed(row) > 0 && (
                      <span class="row">
                        <Button kind="text" size="small" onClick={() => setAsking({ what: 'remind', row })}>
                          {t('panels.remind')}
                        </Button>
                        <Button kind="text" size="small" onClick={() => setAsking({ what: 'replace', row })}>
                          {t('panels.replaceExpert')}
                        </Button>
                      </span>
                    ),
                },
              ]
            : []),
        ]}
      />
      <ConfirmDialog
        open={asking?.what === 'remind'}
        title={asking?.row ? `${t('panels.remind')}：${asking.row.name}` : t('panels.remindAll')}
        message={t('panels.remindAsk')}
        confirmLabel={t('panels.remind')}
        busy={remind.busy}
        onConfirm={() => void sendReminders(asking?.row ?? null)}
        onClose={() => setAsking(null)}
      />
      <ConfirmDialog
        open={replacing !== null}
        title={t('panels.replaceExpert')}
        message={replacing ? t('panels.replaceExpertAsk', { name: replacing.name, n: unsealed(replacing) }) : ''}
        confirmLabel={t('panels.replaceExpert')}
        danger
        note={{ label: t('frame.reason'), required: true, maxLength: 2000 }}
        busy={replace.busy}
        error={replace.problem ? `${replace.problem.title}　${replace.problem.detail}` : undefined}
        onConfirm={(note) => replacing && void letGo(replacing, note)}
        onClose={() => {
          replace.clear()
          setAsking(null)
        }}
      />
      <Dialog
        open={said !== null}
        title={t('panels.reminded', { n: said?.reminded.length ?? 0 })}
        onClose={() => setSaid(null)}
        actions={
          <>
            <Button onClick={() => setSaid(null)}>{t('ui.close')}</Button>
            <Button kind="primary" onClick={() => void copy(said?.text ?? '')}>
              {t('panels.copy')}
            </Button>
          </>
        }
      >
        <p>{t('panels.remindText')}</p>
        <p class="panels-text">{said?.text}</p>
      </Dialog>
    </>
  )
}
