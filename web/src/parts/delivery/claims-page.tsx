import './hours.css'
import { useState } from 'preact/hooks'
import { call } from '../../call.ts'
import { choicesOf } from '../../frame/choices.ts'
import { EvidenceLinks } from '../../frame/evidence-links.tsx'
import { choiceFilter } from '../../frame/filter-fields.tsx'
import { ListTable } from '../../frame/list-table.tsx'
import { type Move, MoveButtons } from '../../frame/move-buttons.tsx'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { useFilters } from '../../frame/use-filters.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { showToast } from '../../ui/toast.tsx'
import { type ItemOf, usePages } from '../../use-pages.ts'
import { useSend } from '../../use-send.ts'
import { formatInstant } from '../../words/format.ts'
import { t } from '../../words/words.ts'

type Claim = ItemOf<'listHoursClaims'>
const states = ['pending', 'accepted', 'refused', 'withdrawn'] as const

function movesOf(district: string, { id, version, teacherName, sessionTopic }: Claim): Move[] {
  const one = { params: { district, id }, ifMatch: version }
  const about = (help: string) => (
    <>
      <strong>
        {teacherName}　{sessionTopic}
      </strong>
      <p>{help}</p>
    </>
  )
  return [
    {
      action: 'accept',
      label: t('hours.accept'),
      message: about(t('hours.acceptHelp')),
      note: 'none',
      kind: 'primary',
      send: () => call('acceptHoursClaim', { ...one, body: {} }),
    },
    {
      action: 'refuse',
      label: t('hours.refuse'),
      message: about(t('hours.refuseHelp')),
      note: 'required',
      kind: 'danger',
      send: (note = '') => call('refuseHoursClaim', { ...one, body: { note } }),
    },
    {
      action: 'withdraw',
      label: t('hours.withdraw'),
      message: about(t('hours.withdrawHelp')),
      note: 'none',
      send: () => call('withdrawHoursClaim', { ...one, body: {} }),
    },
  ]
}

/** 学时申报: what teachers and schools claim of sessions that nobody saw; who runs the cohort says yes or no. */
export function ClaimsPage() {
  const { district, role } = useActing()
  const filters = useFilters('state', 'cohort')
  const { cohort } = filters.applied
  const state = states.find((one) => one === filters.applied.state)
  const pages = usePages('listHoursClaims', (after) => ({
    params: { district },
    query: { state, cohort, limit: 50, after },
  }))
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [refusing, setRefusing] = useState(false)
  const [stopped, setStopped] = useState<readonly string[]>([])
  const batch = useSend('batchHoursClaims')
  const claims = role === 'teacher' || role === 'registrar' || role === 'school_admin'
  const decides = pages.items.some(({ actions }) => actions.includes('accept'))
  async function settle(action: 'accept' | 'refuse', note?: string) {
    const items = pages.items.filter(({ id }) => chosen.includes(id)).map(({ id, version }) => ({ id, version }))
    const answer = await batch.send({ params: { district }, body: { action, items, ...(note ? { note } : {}) } })
    setRefusing(false)
    if (!answer.ok) return
    const { done, refused } = answer.body
    const names = new Map(pages.items.map((claim) => [claim.id, claim.teacherName]))
    setStopped(refused.map(({ id, title, detail }) => `${names.get(id) ?? id}：${title} ${detail}`))
    setChosen([])
    showToast({ kind: 'success', text: t('hours.batchDone', { done: done.length, refused: refused.length }) })
  }
  return (
    <>
      <PageHead
        title={t('hours.claims')}
        help={t('hours.claimsHelp')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('hours.claims') }]}
        actions={
          claims && (
            <Button kind="primary" icon="plus" href="/hours-claims/new">
              {t('hours.newClaim')}
            </Button>
          )
        }
      />
      <FilterBar
        onSearch={filters.search}
        onReset={filters.reset}
        fields={[choiceFilter(filters, 'state', t('hours.claimState'), choicesOf('hoursClaim', states))]}
      />
      {(stopped.length > 0 || batch.problem) && (
        <Callout kind="warning" title={batch.problem?.title ?? t('hours.batchRefused')}>
          {batch.problem?.detail}
          {stopped.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </Callout>
      )}
      <ListTable
        pages={pages}
        personal
        caption={t('hours.claims')}
        rowName={({ teacherName, sessionTopic }) => `${teacherName} ${sessionTopic}`}
        selected={decides ? chosen : undefined}
        onSelect={decides ? setChosen : undefined}
        batch={
          <>
            <Button size="small" kind="primary" busy={batch.busy} onClick={() => void settle('accept')}>
              {t('hours.accept')}
            </Button>
            <Button size="small" onClick={() => setRefusing(true)}>
              {t('hours.refuse')}
            </Button>
          </>
        }
        empty={
          <NothingFound filtered={state !== undefined} title={t('hours.noClaims')} help={t('hours.noClaimsHelp')} />
        }
        columns={[
          {
            key: 'name',
            title: t('hours.claimTeacher'),
            card: 'title',
            nowrap: true,
            render: ({ teacherName }) => teacherName,
          },
          {
            key: 'session',
            title: t('hours.claimWhat'),
            render: ({ sessionTopic, cohortTitle }) => (
              <>
                {sessionTopic}
                <div class="muted">{cohortTitle}</div>
              </>
            ),
          },
          {
            key: 'minutes',
            title: t('hours.counts'),
            align: 'right',
            nowrap: true,
            render: ({ minutes }) => t('hours.minutesOf', { n: minutes }),
          },
          { key: 'note', title: t('hours.claimNote'), render: ({ note }) => note },
          {
            key: 'evidence',
            title: t('hours.evidence'),
            render: ({ id, evidence }) => (
              <EvidenceLinks
                route="readHoursClaimEvidence"
                params={{ district, id }}
                evidence={evidence}
                none={t('hours.none')}
              />
            ),
          },
          {
            key: 'state',
            title: t('hours.claimState'),
            nowrap: true,
            render: (claim) => (
              <>
                <StateTag group="hoursClaim" state={claim.state} />
                {claim.reason && <div class="muted">{claim.reason}</div>}
              </>
            ),
          },
          {
            key: 'createdAt',
            title: t('hours.time'),
            nowrap: true,
            render: ({ createdAt }) => formatInstant(createdAt),
          },
          {
            key: 'actions',
            title: t('ui.actions'),
            card: 'bare',
            nowrap: true,
            render: (claim) => (
              <MoveButtons offered={claim.actions} moves={movesOf(district, claim)} size="small" quiet />
            ),
          },
        ]}
      />
      <ConfirmDialog
        open={refusing}
        danger
        title={t('hours.refuse')}
        message={t('hours.refuseHelp')}
        confirmLabel={t('hours.refuse')}
        note={{ label: t('frame.reason'), required: true, maxLength: 2000 }}
        busy={batch.busy}
        onConfirm={(note) => void settle('refuse', note)}
        onClose={() => setRefusing(false)}
      />
    </>
  )
}
