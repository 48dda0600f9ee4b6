import { useId } from 'preact/hooks'
import type { OutputOf } from '../../call.ts'
import { useActing } from '../../session.ts'
import type { FieldLink } from '../../ui/field.tsx'
import { useQuery } from '../../use-query.ts'

type Course = OutputOf<'draftCohort'>['courses'][number]

interface TopicInputProps extends FieldLink {
  projectId: string
  value: string
  /** With the course of the application when its title was chosen. */
  onChange: (topic: string, course: Course | undefined) => void
}

/** What a session is about; the courses of the application are offered as one types. */
export function TopicInput({ projectId, value, onChange, ...link }: TopicInputProps) {
  const { district } = useActing()
  const id = useId()
  const draft = useQuery('draftCohort', { params: { district, id: projectId } })
  const courses = draft.data?.courses ?? []
  return (
    <>
      <input
        {...link}
        class="control"
        list={id}
        value={value}
        maxLength={100}
        onInput={(event) => {
          const topic = event.currentTarget.value
          onChange(
            topic,
            courses.find((course) => course.topic === topic),
          )
        }}
      />
      <datalist id={id}>
        {courses.map(({ topic, trainer }) => (
          <option key={topic} value={topic}>
            {trainer}
          </option>
        ))}
      </datalist>
    </>
  )
}
