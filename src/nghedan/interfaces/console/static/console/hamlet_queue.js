// Photographs not yet sent, in the phone's own store: they survive the closing of the browser.
const NAME = 'nghedan-hamlet'
const STORE = 'photos'

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

// A change counts once its transaction is complete, not when it was asked for.
function complete(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
}

export async function open() {
  const asked = indexedDB.open(NAME, 1)
  asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: 'id', autoIncrement: true })
  const store = await done(asked)

  async function change(make) {
    const transaction = store.transaction(STORE, 'readwrite')
    make(transaction.objectStore(STORE))
    await complete(transaction)
  }

  return {
    put: (photo) => change((photos) => photos.put(photo)),
    remove: (photo) => change((photos) => photos.delete(photo.id)),
    // Of several people who share a phone each sees and sends only what is hers.
    async all(owner) {
      const photos = await done(store.transaction(STORE).objectStore(STORE).getAll())
      return photos.filter((photo) => photo.owner === owner)
    },
  }
}
