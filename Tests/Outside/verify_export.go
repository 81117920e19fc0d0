// Checks the checkpoint, the tree and every entry's signature of an export with Go's own libraries, which know nothing of
// the program that wrote it.
//
// Debian 12: apt-get install golang-go golang-golang-x-mod-dev
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run verify_export.go FOLDER VKEY
//
// Ends with 0 when everything holds, 11 where bytes do not hash to their leaf, 12 where signature or root does not hold.
package main

import (
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func fail(code int, format string, arguments ...any) {
	fmt.Printf(format+"\n", arguments...)
	os.Exit(code)
}

func read(folder string, parts ...string) []byte {
	data, err := os.ReadFile(filepath.Join(append([]string{folder}, parts...)...))
	if err != nil {
		fail(11, "DAMAGED: %v", err)
	}
	return data
}

// place is the path of tile n of C2SP tlog-tiles.
func place(n, width int64) string {
	text := fmt.Sprintf("%03d", n%1000)
	for n /= 1000; n > 0; n /= 1000 {
		text = fmt.Sprintf("x%03d/%s", n%1000, text)
	}
	if width < 256 {
		text += fmt.Sprintf(".p/%d", width)
	}
	return text
}

func main() {
	if len(os.Args) != 3 {
		fail(2, "usage: verify_export FOLDER VKEY")
	}
	folder := os.Args[1]
	verifier, err := note.NewVerifier(strings.TrimSpace(os.Args[2]))
	if err != nil {
		fail(2, "%v", err)
	}
	keys := note.VerifierList(verifier)
	checkpoint, err := note.Open(read(folder, "checkpoint"), keys)
	if err != nil {
		fail(12, "ALTERED: checkpoint: %v", err)
	}
	var size int64
	var encoded string
	if _, err := fmt.Sscanf(strings.SplitN(checkpoint.Text, "\n", 2)[1], "%d\n%s\n", &size, &encoded); err != nil {
		fail(13, "NOT A LOG: %v", err)
	}
	root, err := tlog.ParseHash(encoded)
	if err != nil {
		fail(13, "NOT A LOG: %v", err)
	}
	// The stored hashes of all levels, as tlog keeps them; read back for the root.
	var stored []tlog.Hash
	hashes := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		out := make([]tlog.Hash, len(indexes))
		for i, index := range indexes {
			out[i] = stored[index]
		}
		return out, nil
	})
	for index := int64(0); index < size; {
		width := size - index
		if width > 256 {
			width = 256
		}
		bundle := read(folder, "tile", "entries", place(index/256, width))
		tile := read(folder, "tile", "0", place(index/256, width))
		for slot := int64(0); slot < width; slot++ {
			if len(bundle) < 2 || len(bundle) < 2+int(binary.BigEndian.Uint16(bundle)) {
				fail(11, "DAMAGED at %d: the bundle ends", index)
			}
			entry := bundle[2 : 2+binary.BigEndian.Uint16(bundle)]
			bundle = bundle[2+len(entry):]
			leaf := tlog.RecordHash(entry)
			if string(leaf[:]) != string(tile[slot*32:slot*32+32]) {
				fail(11, "DAMAGED at %d: bytes do not hash to their leaf", index)
			}
			if _, err := note.Open(entry, keys); err != nil {
				fail(12, "ALTERED at %d: %v", index, err)
			}
			added, err := tlog.StoredHashesForRecordHash(index, leaf, hashes)
			if err != nil {
				fail(12, "ALTERED at %d: %v", index, err)
			}
			stored = append(stored, added...)
			index++
		}
	}
	computed, err := tlog.TreeHash(size, hashes)
	if err != nil || computed != root {
		fail(12, "ALTERED: the root is %v", computed)
	}
	proof, err := tlog.ProveRecord(size, size/2, hashes)
	if err != nil || tlog.CheckRecord(proof, size, root, size/2, stored[tlog.StoredHashIndex(0, size/2)]) != nil {
		fail(12, "ALTERED: no proof for entry %d", size/2)
	}
	fmt.Printf("WHOLE to %d, root %v, by Go\n", size, root)
}
