import { useState } from 'preact/hooks'
import { addressOf, call, type OutputOf } from '../../call.ts'
import { MoveButtons } from '../../frame/move-buttons.tsx'
import { QueryView } from '../../frame/query-view.tsx'
import { lazyPage } from '../../lazy-page.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Tag } from '../../ui/tag.tsx'
import { usePages } from '../../use-pages.ts'
import { formatInstant, formatSize } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import type { CohortTabProps } from './cohort-tabs.ts'

const PostDialog = lazyPage(() => import('./post-dialog.tsx').then((m) => m.PostDialog))
const PhotoDialog = lazyPage(() => import('./photo-dialog.tsx').then((m) => m.PhotoDialog))

type Post = OutputOf<'listCohortPosts'>['items'][number]

function useTakeDown(post: Post) {
  const { district } = useActing()
  const params = { district, id: post.cohortId, post: post.id }
  return {
    address: addressOf('readCohortFile', params),
    moves: [
      {
        action: 'remove',
        label: t('cohorts.takeDown'),
        message: t('cohorts.takeDownHelp'),
        note: 'none' as const,
        kind: 'danger' as const,
        send: () => call('removeCohortPost', { params, ifMatch: post.version }),
      },
    ],
  }
}

function Photo({ post }: { post: Post }) {
  const { address, moves } = useTakeDown(post)
  return (
    <figure class="photo">
      <a href={address}>
        <img src={address} alt={post.title} loading="lazy" />
      </a>
      <figcaption>
        {post.title} <MoveButtons quiet size="small" offered={post.actions} moves={moves} />
      </figcaption>
    </figure>
  )
}

function Line({ post }: { post: Post }) {
  const { address, moves } = useTakeDown(post)
  return (
    <li>
      <div class="row">
        <Tag tone={post.kind === 'announcement' ? 'blue' : 'neutral'}>{wordFor('postKind', post.kind)}</Tag>
        <strong>{post.title}</strong>
        <span class="muted">
          {post.author} · {formatInstant(post.createdAt)}
        </span>
        {post.kind === 'announcement' && (
          <span class="muted">{t('cohorts.sentTo', { sent: post.sent, seen: post.seen })}</span>
        )}
        <MoveButtons quiet size="small" offered={post.actions} moves={moves} />
      </div>
      {post.body !== '' && <p class="news-body">{post.body}</p>}
      {post.file && (
        <p>
          <a href={address}>{post.file.name}</a> <span class="muted">{formatSize(post.file.size)}</span>
        </p>
      )}
    </li>
  )
}

/** 动态: announcements, bulletins, summaries, and photos side by side. */
export function NewsTab({ cohort }: CohortTabProps) {
  const { district } = useActing()
  const pages = usePages('listCohortPosts', (after) => ({
    params: { district, id: cohort.id },
    query: { limit: 30, after },
  }))
  const [writing, setWriting] = useState<'announcement' | 'post' | 'photo' | null>(null)
  const writes = cohort.actions.includes('publish')
  const close = () => setWriting(null)
  return (
    <section class="card stack">
      {writes && (
        <div class="row">
          <Button kind="primary" onClick={() => setWriting('announcement')}>
            {t('cohorts.announce')}
          </Button>
          <Button onClick={() => setWriting('post')}>{t('cohorts.publishPost')}</Button>
          <Button icon="upload" onClick={() => setWriting('photo')}>
            {t('cohorts.addPhotos')}
          </Button>
        </div>
      )}
      <QueryView query={pages.query}>
        {({ items }) => {
          const photos = items.filter(({ kind, file }) => kind === 'photo' && file !== null)
          const lines = items.filter((post) => !photos.includes(post))
          return items.length === 0 ? (
            <EmptyState title={t('cohorts.noNews')} help={writes ? t('cohorts.noNewsHelp') : undefined} />
          ) : (
            <>
              <ul class="news">
                {lines.map((post) => (
                  <Line key={post.id} post={post} />
                ))}
              </ul>
              {photos.length > 0 && (
                <>
                  <h3>{wordFor('postKind', 'photo')}</h3>
                  <div class="photos">
                    {photos.map((post) => (
                      <Photo key={post.id} post={post} />
                    ))}
                  </div>
                </>
              )}
            </>
          )
        }}
      </QueryView>
      {(pages.pager.onPrevious || pages.pager.onNext) && <Pager {...pages.pager} />}
      {(writing === 'announcement' || writing === 'post') && (
        <PostDialog cohortId={cohort.id} announcement={writing === 'announcement'} onClose={close} />
      )}
      {writing === 'photo' && <PhotoDialog cohortId={cohort.id} onClose={close} />}
    </section>
  )
}
