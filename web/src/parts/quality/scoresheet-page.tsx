import './quality.css'
import './scoring.css'
import { useRoute } from 'preact-iso'
import { call, type OutputOf } from '../../call.ts'
import { type Move, MoveButtons } from '../../frame/move-buttons.tsx'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Callout } from '../../ui/callout.tsx'
import { FormValueList } from '../../ui/form-value-list.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useQuery } from '../../use-query.ts'
import { formatSize } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import { drawnFields } from '../calls/contract-form.ts'
import { ConflictDeclaration } from './conflict-declaration.tsx'
import { ScoringForm } from './scoring-form.tsx'
import { SealedScores } from './sealed-scores.tsx'

export type Sheet = OutputOf<'readScoresheet'>

function Material({ sheet }: { sheet: Sheet }) {
  return (
    <section class="card scoring-material" aria-label={t('quality.material')}>
      <h2>{t('quality.material')}</h2>
      {sheet.form.length === 0 ? (
        <p class="muted">{t('quality.materialClosed')}</p>
      ) : (
        <FormValueList
          // files stand below by name; their answers are ids
          fields={drawnFields(sheet.form.filter(({ type }) => type !== 'file'))}
          values={sheet.values}
        />
      )}
      {sheet.attachments.length > 0 && (
        <>
          <h3>{t('quality.materialFiles')}</h3>
          <ul>
            {sheet.attachments.map(({ name, size }) => (
              <li key={name}>
                {name}（{formatSize(size)}）
              </li>
            ))}
          </ul>
          <p class="muted">{t('quality.materialFilesHelp')}</p>
        </>
      )}
    </section>
  )
}

/** One sheet: the declaration first, then rubric and material side by side. */
export function ScoresheetPage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const params = { district, id }
  const query = useQuery('readScoresheet', { params })
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
  ]
  return (
    <QueryView query={query}>
      {(sheet) => (
        <>
          <PageHead
            title={sheet.label}
            crumbs={[
              { label: t('shell.workbench'), href: '/' },
              { label: t('menu.scoresheets'), href: '/scoresheets' },
              { label: sheet.label },
            ]}
            tags={
              <>
                <StateTag group="scoresheet" state={sheet.state} />
                {sheet.blind && <Tag>{t('quality.blind')}</Tag>}
              </>
            }
            actions={
              !sheet.actions.includes('declare') && <MoveButtons offered={sheet.actions} moves={movesOf(sheet)} />
            }
          />
          {sheet.actions.includes('declare') ? (
            <ConflictDeclaration sheet={sheet}>
              <MoveButtons offered={sheet.actions} moves={movesOf(sheet)} />
            </ConflictDeclaration>
          ) : sheet.state === 'recused' ? (
            <Callout title={t('quality.recused')}>{t('quality.recusedHelp')}</Callout>
          ) : (
            <div class="scoring">
              {sheet.rubric && sheet.actions.includes('score') ? (
                <ScoringForm key={sheet.id} sheet={sheet} rubric={sheet.rubric} />
              ) : (
                sheet.rubric && <SealedScores sheet={sheet} rubric={sheet.rubric} />
              )}
              <Material sheet={sheet} />
            </div>
          )}
        </>
      )}
    </QueryView>
  )
}
