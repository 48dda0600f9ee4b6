import '../quality.css'
import './scoring.css'
import { useEffect, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { call, type OutputOf } from '../../../call.ts'
import { type Move, MoveButtons } from '../../../frame/move-buttons.tsx'
import { QueryView } from '../../../frame/query-view.tsx'
import { lazyExtra, lazyPage } from '../../../lazy-page.tsx'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateTag } from '../../../ui/state-tag.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { useQuery } from '../../../use-query.ts'
import { t } from '../../../words/words.ts'
import type { ConflictDeclarationProps } from '../conflicts/conflict-declaration.tsx'
import type { Rubric } from '../rubrics/rubric-tree.ts'
import { ScoringForm } from './scoring-form.tsx'
import { heldSheets, neighbourOf, nextUnfinished, ownElsewhere } from './scoring-sheets.ts'
import type { SheetDrawerProps } from './sheet-drawer.tsx'
import { SplitPane } from './split-pane.tsx'
import { useScoring } from './use-scoring.ts'

export type Sheet = OutputOf<'readScoresheet'>

/** What draws every kind of answer and document is heavy, and comes beside the criteria. */
const SheetMaterial = lazyPage<{ sheet: Sheet }>(() => import('./sheet-material.tsx').then((m) => m.SheetMaterial))
/** Where it stands, nothing else of the sheet is on the screen. */
const ConflictDeclaration = lazyPage<ConflictDeclarationProps>(() =>
  import('../conflicts/conflict-declaration.tsx').then((m) => m.ConflictDeclaration),
)
const SealedScores = lazyPage<{ sheet: Sheet; rubric: Rubric }>(() =>
  import('./sealed-scores.tsx').then((m) => m.SealedScores),
)
const SheetNotes = lazyExtra<{ sheet: Sheet }>(() => import('./sheet-notes.tsx').then((m) => m.SheetNotes))
const SheetVersions = lazyExtra<{ id: string }>(() => import('./sheet-versions.tsx').then((m) => m.SheetVersions))
const SheetDrawer = lazyExtra<SheetDrawerProps>(() => import('./sheet-drawer.tsx').then((m) => m.SheetDrawer))

/** One sheet: the declaration first, then rubric and material side by side; an expert goes on to the next from here. */
export function ScoresheetPage() {
  const { district, role } = useActing()
  const id = useRoute().params['id'] ?? ''
  const { route } = useLocation()
  const params = { district, id }
  const query = useQuery('readScoresheet', { params })
  const expert = role === 'expert'
  const panelId = expert && query.data?.id === id ? query.data.panelId : null
  // the panel stays known while the next sheet is on its way
  const [panel, setPanel] = useState<string | null>(null)
  useEffect(() => {
    if (panelId !== null) setPanel(panelId)
  }, [panelId])
  const { query: scoring, filter, setFilter } = useScoring(panel, id)
  const [listing, setListing] = useState(false)
  useEffect(() => {
    setListing(false)
    if (scoring.data) scoring.refresh()
  }, [id])
  const work = scoring.data
  const own = work?.sheets.find((sheet) => sheet.id === id)
  const beside = (by: 1 | -1) => (work ? neighbourOf(work, filter, id, by) : undefined)
  function go(by: 1 | -1) {
    const next = beside(by)
    if (next) route(`/scoresheets/${next.id}`)
  }
  function onSubmitted() {
    const next = work && nextUnfinished(work, id)
    if (next) route(`/scoresheets/${next.id}`)
    else {
      showToast({ kind: 'success', text: t('scoring.allDone') })
      if (panel !== null) route(`/scoring/${panel}`)
    }
  }
  const movesOf = (sheet: Sheet): Move[] => [
    {
      action: 'reopen',
      label: t('quality.reopen'),
      message: t('quality.reopenHelp'),
      note: 'required',
      send: (note = '') => call('reopenScoresheet', { params, body: { note }, ifMatch: sheet.version }),
    },
    {
      action: 'recuse',
      label: t('quality.recuse'),
      message: t('quality.recuseHelp'),
      note: 'required',
      kind: 'danger',
      send: (note = '') => call('recuseExpert', { params, body: { note }, ifMatch: sheet.version }),
    },
    {
      action: 'void',
      label: t('quality.void'),
      message: t('quality.voidHelp'),
      note: 'required',
      kind: 'danger',
      send: (note = '') => call('voidScoresheet', { params, body: { note, rule: 'declared' }, ifMatch: sheet.version }),
    },
  ]
  const ownOn = (key: string) => work && ownElsewhere(work, id, key)
  return (
    <QueryView query={query}>
      {(sheet) => (
        <>
          <PageHead
            title={sheet.label}
            crumbs={[
              { label: t('shell.workbench'), href: '/' },
              { label: t('menu.scoresheets'), href: '/scoresheets' },
              ...(panel !== null ? [{ label: t('scoring.title'), href: `/scoring/${panel}` }] : []),
              { label: sheet.label },
            ]}
            tags={
              <>
                {work && own && <Tag>{t('scoring.place', { no: own.no, total: heldSheets(work).length })}</Tag>}
                <StateTag group="scoresheet" state={sheet.state} />
                {sheet.blind && <Tag>{t('quality.blind')}</Tag>}
                {sheet.seat === 'extra' && !expert && <Tag tone="amber">{t('scoring.extra')}</Tag>}
              </>
            }
            actions={
              <>
                {work && (
                  <>
                    <Button
                      icon="left"
                      title={`${t('scoring.previous')} Alt+P`}
                      disabled={!beside(-1)}
                      onClick={() => go(-1)}
                    />
                    <Button icon="list" onClick={() => setListing(true)}>
                      {t('scoring.all')}
                    </Button>
                    <Button
                      icon="right"
                      title={`${t('scoring.next')} Alt+N`}
                      disabled={!beside(1)}
                      onClick={() => go(1)}
                    />
                  </>
                )}
                {!sheet.actions.includes('declare') && <MoveButtons offered={sheet.actions} moves={movesOf(sheet)} />}
              </>
            }
          />
          <SheetNotes sheet={sheet} />
          {sheet.actions.includes('declare') ? (
            <ConflictDeclaration sheet={sheet}>
              <MoveButtons offered={sheet.actions} moves={movesOf(sheet)} />
            </ConflictDeclaration>
          ) : (
            sheet.rubric && (
              <SplitPane
                storageKey="shixun.scoring.split"
                titles={[t('scoring.tabMaterial'), t('scoring.tabScores')]}
                left={<SheetMaterial sheet={sheet} />}
                right={
                  sheet.actions.includes('score') ? (
                    <ScoringForm
                      key={sheet.id}
                      sheet={sheet}
                      rubric={sheet.rubric}
                      ownOn={ownOn}
                      onGo={go}
                      onSubmitted={onSubmitted}
                    />
                  ) : (
                    <SealedScores sheet={sheet} rubric={sheet.rubric} />
                  )
                }
              />
            )
          )}
          {sheet.rubric && <SheetVersions id={sheet.id} />}
          {work && listing && (
            <SheetDrawer
              scoring={work}
              filter={filter}
              onFilter={setFilter}
              current={id}
              onClose={() => setListing(false)}
            />
          )}
        </>
      )}
    </QueryView>
  )
}
