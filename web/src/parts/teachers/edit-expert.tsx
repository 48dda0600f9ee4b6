import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import type { OutputOf } from '../../call.ts'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useQuery } from '../../use-query.ts'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'
import { type ExpertBody, ExpertForm } from './expert-form.tsx'

type Expert = OutputOf<'readExpert'>

/** The version that was read when editing began is the one that is changed. */
function Editing({ expert }: { expert: Expert }) {
  const { district, role } = useActing()
  const { route } = useLocation()
  const [seen] = useState(expert)
  const { send, busy, problem } = useSend('editExpert')
  const own = role === 'expert'
  const back = own ? '/experts/own' : `/experts/${seen.id}`
  async function save({ name, leftOn, ...body }: ExpertBody) {
    const office = own ? {} : { name, leftOn }
    const answer = await send({
      params: { district, id: seen.id },
      body: { ...body, ...office },
      ifMatch: seen.version,
    })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('teachers.saved', { name }) })
    route(back)
  }
  const { id: _, version: __, actions: ___, state: ____, schoolNames = {}, ...initial } = seen
  return (
    <ExpertForm
      initial={initial}
      schoolNames={schoolNames}
      own={own}
      back={back}
      busy={busy}
      problem={problem}
      onSave={(body) => void save(body)}
    />
  )
}

/** 修改专家; an expert amends their own record. */
export function EditExpert() {
  const { district, role } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readExpert', { params: { district, id } })
  return (
    <>
      <PageHead
        title={t('teachers.editExpert')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          role === 'expert'
            ? { label: t('menu.myExpert'), href: '/experts/own' }
            : { label: t('menu.experts'), href: '/experts' },
          { label: t('teachers.editExpert') },
        ]}
      />
      <QueryView query={query} skeleton="form">
        {(expert) => <Editing expert={expert} />}
      </QueryView>
    </>
  )
}
