import './released-comments.css'
import { useState } from 'preact/hooks'
import { ListTable } from '../../../frame/list-table.tsx'
import { NothingFound } from '../../../frame/nothing-found.tsx'
import { useFilters } from '../../../frame/use-filters.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateTag } from '../../../ui/state-tag.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { usePages } from '../../../use-pages.ts'
import { useSend } from '../../../use-send.ts'
import { formatInstant } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { PrepareComments } from './prepare-comments.tsx'

/** Comments by application: the office's work on them, or what was released to one's own unit. */
export function ReviewCommentsPage() {
  const { district, role } = useActing()
  const { panel } = useFilters('panel').applied
  const office = role === 'office'
  const pages = usePages('listReviewComments', (after) => ({ params: { district }, query: { panel, after } }))
  const release = useSend('releaseManyComments')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const ready = pages.items.filter(({ id, actions }) => chosen.includes(id) && actions.includes('release'))
  async function releaseAll() {
    const items = ready.map(({ id, version }) => ({ id, version }))
    const answer = await release.send({ params: { district }, body: { items } })
    if (!answer.ok) return
    setChosen([])
    showToast({ kind: 'success', text: t('comments.releasedMany', { n: answer.body.done }) })
  }
  return (
    <>
      <PageHead
        title={t('comments.title')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('comments.title') }]}
        help={office || role === 'auditor' ? t('comments.help') : t('comments.unitHelp')}
        actions={office && panel !== undefined && <PrepareComments panelId={panel} />}
      />
      {release.problem && (
        <Callout kind="error" title={release.problem.title}>
          {release.problem.detail}
        </Callout>
      )}
      <ListTable
        pages={pages}
        caption={t('comments.title')}
        rowName={({ title }) => title}
        {...(office ? { selected: chosen, onSelect: setChosen } : {})}
        batch={
          <Button
            kind="primary"
            size="small"
            busy={release.busy}
            disabled={ready.length === 0}
            onClick={() => void releaseAll()}
          >
            {t('comments.releaseMany', { n: ready.length })}
          </Button>
        }
        empty={
          <NothingFound
            filtered={false}
            title={t('comments.none')}
            help={office || role === 'auditor' ? t('comments.noneHelp') : t('comments.noneUnitHelp')}
          />
        }
        columns={[
          {
            key: 'title',
            title: t('quality.application'),
            card: 'title',
            render: ({ id, title, applicationId }) => (
              <a href={office ? `/review-comments/${id}` : `/applications/${applicationId}`}>{title}</a>
            ),
          },
          { key: 'unit', title: t('quality.unit'), render: ({ unitName }) => unitName },
          {
            key: 'state',
            title: t('frame.state'),
            render: ({ state }) => <StateTag group="reviewComment" state={state} />,
          },
          {
            key: 'releasedAt',
            title: t('comments.releasedAt'),
            nowrap: true,
            render: ({ releasedAt }) => (releasedAt === null ? t('ui.none') : formatInstant(releasedAt)),
          },
        ]}
      />
    </>
  )
}
