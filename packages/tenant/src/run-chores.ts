/** Runs chores in their order. One that fails holds up no other; the round then fails as a whole, so that the queue tries again. */
export async function runChores<Scene>(
  chores: readonly ((scene: Scene) => Promise<void>)[],
  scene: Scene,
): Promise<void> {
  const failed: string[] = []
  for (const chore of chores)
    try {
      await chore(scene)
    } catch (error) {
      failed.push(`${chore.name}: ${error}`)
    }
  if (failed.length > 0) throw new Error(failed.join('; '))
}
