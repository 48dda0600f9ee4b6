import './agreements.css'
import { Button } from '../../ui/button.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { Tag } from '../../ui/tag.tsx'
import { formatInstant } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import { AgreementView } from './agreement-view.tsx'
import type { Project } from './project-page.tsx'

function Confirmed({ by, at }: { by: string | null; at: string | null }) {
  if (at === null) return <Tag tone="accent">{t('agreements.waiting')}</Tag>
  return (
    <>
      {by} {formatInstant(at)}
    </>
  )
}

/** The agreement in force: its terms, who confirmed it when, and the hash of its text. */
export function AgreementCard({ project }: { project: Project }) {
  const { agreement, id } = project
  const { no, body } = agreement
  return (
    <section class="card stack">
      <div class="row agreement-head">
        <h2>{t('agreements.title')}</h2>
        <Tag tone="blue">{t('agreements.edition', { no })}</Tag>
        <span class="agreement-links">
          <Button size="small" icon="file" href={`/projects/${id}/agreement`}>
            {t('agreements.full')}
          </Button>
          <Button size="small" href={`/projects/${id}/letter`}>
            {t('agreements.letter')}
          </Button>
        </span>
      </div>
      <DescriptionList
        items={[
          { label: t('agreements.number'), value: body.number },
          {
            label: t('agreements.office'),
            value: <Confirmed by={agreement.officeConfirmedBy} at={agreement.officeConfirmedAt} />,
          },
          {
            label: t('agreements.byUnit'),
            value: <Confirmed by={agreement.unitConfirmedBy} at={agreement.unitConfirmedAt} />,
          },
          { label: t('agreements.hash'), value: <code class="project-hash">{agreement.sha256}</code>, wide: true },
        ]}
      />
      <AgreementView body={body} />
    </section>
  )
}
