import { useRoute } from 'preact-iso'
import { call } from '../../call.ts'
import { MoveButtons } from '../../frame/move-buttons.tsx'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useQuery } from '../../use-query.ts'
import { t, wordFor } from '../../words/words.ts'
import { RubricView } from './rubric-view.tsx'

export function RubricPage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const params = { district, id }
  const query = useQuery('readRubric', { params })
  return (
    <QueryView query={query}>
      {({ title, state, purpose, version, actions, body }) => (
        <>
          <PageHead
            title={title}
            crumbs={[
              { label: t('shell.workbench'), href: '/' },
              { label: t('menu.rubrics'), href: '/rubrics' },
              { label: title },
            ]}
            tags={
              <>
                <StateTag group="rubric" state={state} />
                <Tag>{wordFor('purpose', purpose)}</Tag>
              </>
            }
            actions={
              <>
                <Button icon="print" onClick={() => print()}>
                  {t('ui.print')}
                </Button>
                {/* only a version that may still be published is open to changes */}
                {actions.includes('edit') && <Button href={`/rubrics/${id}/edit`}>{t('frame.edit')}</Button>}
                <MoveButtons
                  offered={actions}
                  moves={[
                    {
                      action: 'retire',
                      label: t('quality.retire'),
                      message: t('quality.retireHelp'),
                      note: 'optional',
                      send: (note) => call('retireRubric', { params, body: { note }, ifMatch: version }),
                    },
                    {
                      action: 'publish',
                      label: t('quality.publish'),
                      message: t('quality.publishHelp'),
                      note: 'optional',
                      kind: 'primary',
                      send: (note) => call('publishRubric', { params, body: { note }, ifMatch: version }),
                    },
                  ]}
                />
              </>
            }
          />
          <RubricView rubric={body} />
        </>
      )}
    </QueryView>
  )
}
