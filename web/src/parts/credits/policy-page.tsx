import './credits.css'
import './policies.css'
import { useLocation, useRoute } from 'preact-iso'
import { call, type OutputOf } from '../../call.ts'
import { downloadText } from '../../frame/download.ts'
import { MoveButtons } from '../../frame/move-buttons.tsx'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useQuery } from '../../use-query.ts'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'
import { PolicyHistory } from './policy-history.tsx'
import { PolicyVersions } from './policy-versions.tsx'
import { PolicyWords } from './policy-words.tsx'
import { RecomputationCard } from './recomputation-card.tsx'
import { SimulationsCard } from './simulations-card.tsx'

type Answer = OutputOf<'readPolicy'>

/** 一份学分办法: its text in words, what keeps it from being published, simulations, versions and how far it is computed. */
export function PolicyPage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readPolicy', { params: { district, id } })
  return <QueryView query={query}>{(policy) => <Policy key={policy.id} policy={policy} />}</QueryView>
}

function Policy({ policy }: { policy: Answer }) {
  const { district } = useActing()
  const { route } = useLocation()
  const { id, actions, version, body } = policy
  const params = { district, id }
  const create = useSend('createPolicy')
  async function begin(from: 'copy' | 'version') {
    const answer = await create.send({ params: { district }, body: { from, of: id } })
    if (answer.ok) route(`/policies/${answer.body.id}/edit`)
  }
  return (
    <>
      <PageHead
        title={policy.title}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.policies'), href: '/policies' },
          { label: policy.title },
        ]}
        tags={
          <>
            <StateTag group="policy" state={policy.state} />
            <Tag>{t('policies.nth', { n: policy.no })}</Tag>
            {policy.inForce && <Tag tone="green">{t('policies.inForce')}</Tag>}
          </>
        }
        actions={
          <>
            <Button icon="print" onClick={() => print()}>
              {t('ui.print')}
            </Button>
            <Button icon="download" onClick={() => downloadText(`${policy.title}.json`, JSON.stringify(body, null, 2))}>
              {t('policies.exportJson')}
            </Button>
            {actions.includes('copy') && (
              <Button busy={create.busy} onClick={() => void begin('copy')}>
                {t('policies.copy')}
              </Button>
            )}
            {actions.includes('version') && (
              <Button
                kind={actions.includes('publish') ? 'normal' : 'primary'}
                busy={create.busy}
                onClick={() => void begin('version')}
              >
                {t('policies.nextVersion')}
              </Button>
            )}
            {actions.includes('edit') && <Button href={`/policies/${id}/edit`}>{t('frame.edit')}</Button>}
            <MoveButtons
              offered={actions}
              moves={[
                {
                  action: 'retire',
                  label: t('policies.retire'),
                  message: t('policies.retireHelp'),
                  note: 'optional',
                  kind: 'danger',
                  send: (note) => call('retirePolicy', { params, body: { note }, ifMatch: version }),
                },
                {
                  action: 'publish',
                  label: t('policies.publish'),
                  message: t('policies.publishHelp', { from: policy.validFrom }),
                  note: 'optional',
                  kind: 'primary',
                  send: (note) => call('publishPolicy', { params, body: { note }, ifMatch: version }),
                },
              ]}
            />
          </>
        }
      />
      {create.problem && (
        <Callout kind="error" title={create.problem.title}>
          {create.problem.detail}
        </Callout>
      )}
      {policy.problems.length > 0 && (
        <Callout
          kind="warning"
          title={t('policies.problems', { n: policy.problems.length })}
          actions={actions.includes('edit') && <Button href={`/policies/${id}/edit`}>{t('policies.mend')}</Button>}
        >
          <ul class="policy-problems">
            {policy.problems.map(({ pointer, detail }) => (
              <li key={pointer + detail}>{detail}</li>
            ))}
          </ul>
        </Callout>
      )}
      {policy.recomputation && <RecomputationCard id={id} first={policy.recomputation} />}
      {actions.includes('simulate') && <SimulationsCard id={id} sound={policy.problems.length === 0} />}
      <section class="card">
        <h2>{t('policies.inWords')}</h2>
        <PolicyWords words={policy.words} />
      </section>
      <PolicyVersions id={id} versions={policy.versions} />
      <PolicyHistory id={id} />
    </>
  )
}
