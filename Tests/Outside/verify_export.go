// Checks the checkpoint, the tree and every entry's signature of an export with Go's own libraries, which know nothing of
// the program that wrote it.
//
// Where the founding entry names custodians, it also follows who holds which key from which entry to which, and that what
// needs two persons was approved by another one who named the leaf hash of the proposal. Roles, rules and hours it leaves to
// verify_export.py.
//
// Debian 12: apt-get install golang-go golang-golang-x-mod-dev
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run verify_export.go FOLDER VKEY
//
// Ends with 0 when everything holds, 11 where bytes do not hash to their leaf, 12 where signature or root does not hold.
package main

import (
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
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

// entry is what is needed of the signed line.
type entry struct {
	Actor, Kind, Role, Subject string
	Body                       body
}

// body has the members of all kinds that concern keys.
type body struct {
	Custodians         []body
	Officer, Key, Kind string
	Event              json.RawMessage
	Entry              int64
	Proposal           string
	ToldBy             string `json:"told_by"`
}

type held struct {
	text     string
	verifier note.Verifier
	from     int64
	until    int64 // the last entry that it may sign; -1 while it is valid
}

type proposal struct {
	by, kind, leaf, subject string
	event                   body
}

// roll knows whose keys are valid at each entry.
type roll struct {
	desk       note.Verifier
	custodians []body
	officers   map[string][]*held
	subjects   map[string]string
	waiting    map[int64]proposal
}

func newRoll(desk note.Verifier) *roll {
	return &roll{desk, nil, map[string][]*held{}, map[string]string{}, map[int64]proposal{}}
}

// open returns the signatures of a note, all of which must be of keys that are known; no more than wanted of them.
func (r *roll) open(data []byte, wanted int, verifiers ...note.Verifier) ([]note.Signature, string, error) {
	opened, err := note.Open(data, note.VerifierList(verifiers...))
	if err != nil {
		return nil, "", err
	}
	if len(opened.UnverifiedSigs) > 0 || len(opened.Sigs) != wanted {
		return nil, "", fmt.Errorf("%d signatures instead of %d", len(opened.Sigs)+len(opened.UnverifiedSigs), wanted)
	}
	return opened.Sigs, opened.Text, nil
}

func (r *roll) take(data []byte, index int64, leaf tlog.Hash) error {
	if index == 0 {
		return r.found(data)
	}
	if len(r.custodians) == 0 {
		_, _, err := r.open(data, 1, r.desk)
		return err
	}
	verifiers := []note.Verifier{r.desk}
	for _, keys := range r.officers {
		for _, key := range keys {
			verifiers = append(verifiers, key.verifier)
		}
	}
	signatures, text, err := r.open(data, 1, verifiers...)
	if err != nil {
		return err
	}
	var line entry
	if err := json.Unmarshal([]byte(text), &line); err != nil {
		return err
	}
	signature := signatures[0]
	if signature.Name == r.desk.Name() && signature.Hash == r.desk.KeyHash() {
		if line.Role != "" || len(r.officers[line.Actor]) > 0 {
			return fmt.Errorf("the desk signed for a person")
		}
		return r.foldDesk(line, index)
	}
	for _, key := range r.officers[line.Actor] {
		if key.verifier.Name() == signature.Name && key.verifier.KeyHash() == signature.Hash {
			// What asks for the second signature goes with the entry before it, even where that one ended the key.
			if key.until >= 0 && index > key.until && !(line.Kind == "countersignatureAsked" && line.Body.Entry == index-1) {
				return fmt.Errorf("a key that ended with entry %d", key.until)
			}
			return r.fold(line, index, leaf)
		}
	}
	return fmt.Errorf("%s signed for %s", signature.Name, line.Actor)
}

// found takes the founding entry: the desk signs first, then each custodian in order.
func (r *roll) found(data []byte) error {
	var line entry
	text, _, _ := strings.Cut(string(data), "\n")
	if err := json.Unmarshal([]byte(text), &line); err != nil {
		return err
	}
	verifiers := []note.Verifier{r.desk}
	for _, custodian := range line.Body.Custodians {
		verifier, err := note.NewVerifier(custodian.Key)
		if err != nil {
			return err
		}
		verifiers = append(verifiers, verifier)
	}
	if len(verifiers) == 1 {
		_, err := note.Open(data, note.VerifierList(r.desk))
		return err
	}
	signatures, _, err := r.open(data, len(verifiers), verifiers...)
	if err != nil {
		return err
	}
	for place, signature := range signatures {
		if signature.Name != verifiers[place].Name() || signature.Hash != verifiers[place].KeyHash() {
			return fmt.Errorf("signature %d is of %s", place, signature.Name)
		}
	}
	r.custodians = line.Body.Custodians
	return nil
}

// foldDesk takes what the desk signed: it enrols the custodians, right behind the founding entry, and nobody else.
func (r *roll) foldDesk(line entry, index int64) error {
	if !strings.HasPrefix(line.Kind, "officer") && line.Kind != "rulesSet" && !strings.HasPrefix(line.Kind, "action") {
		return nil
	}
	for _, custodian := range r.custodians {
		if line.Kind == "officerEnrolled" && index <= int64(len(r.custodians)) && line.Body.Officer == custodian.Officer && line.Body.Key == custodian.Key {
			return r.decide(line.Kind, line.Body, line.Subject, index)
		}
	}
	return fmt.Errorf("the desk decided what persons decide")
}

func (r *roll) fold(line entry, index int64, leaf tlog.Hash) error {
	switch line.Kind {
	case "actionProposed":
		made := proposal{line.Actor, line.Body.Kind, hex.EncodeToString(leaf[:]), line.Subject, body{}}
		if err := json.Unmarshal(line.Body.Event, &made.event); err != nil {
			return err
		}
		r.waiting[index] = made
	case "actionApproved":
		made, waits := r.waiting[line.Body.Entry]
		approver := line.Actor
		if line.Body.ToldBy != "" {
			approver = line.Body.ToldBy
		}
		switch {
		case !waits || made.subject != line.Subject:
			return fmt.Errorf("no proposal %d waits here", line.Body.Entry)
		case made.leaf != line.Body.Proposal:
			return fmt.Errorf("another leaf than that of proposal %d", line.Body.Entry)
		case approver == made.by:
			return fmt.Errorf("%s approved their own proposal", approver)
		case line.Body.ToldBy != "" && line.Actor != made.by:
			return fmt.Errorf("%s wrote down what %s was told", line.Actor, made.by)
		case len(r.officers[approver]) == 0:
			return fmt.Errorf("%s is not enrolled", approver)
		}
		delete(r.waiting, line.Body.Entry)
		return r.decide(made.kind, made.event, made.subject, index)
	case "actionDeclined":
		delete(r.waiting, line.Body.Entry)
	default:
		return r.decide(line.Kind, line.Body, line.Subject, index)
	}
	return nil
}

// decide takes what changes who holds which key.
func (r *roll) decide(kind string, body body, subject string, index int64) error {
	id := r.subjects[subject]
	switch kind {
	case "officerEnrolled":
		if id != "" || len(r.officers[body.Officer]) > 0 {
			return fmt.Errorf("%s is enrolled already", body.Officer)
		}
		r.subjects[subject], id = body.Officer, body.Officer
		return r.give(id, body.Key, index)
	case "officerKeyReplaced":
		r.end(id, "", index)
		return r.give(id, body.Key, index)
	case "officerKeyEnrolled":
		return r.give(id, body.Key, index)
	case "officerKeyRevoked":
		r.end(id, body.Key, index)
	case "officerRevoked":
		r.end(id, "", index)
	}
	return nil
}

func (r *roll) give(id, text string, index int64) error {
	verifier, err := note.NewVerifier(text)
	if err != nil {
		return err
	}
	if name := verifier.Name(); name[strings.LastIndex(name, "/")+1:] != id {
		return fmt.Errorf("the key of %s has the name %s", id, name)
	}
	for _, keys := range r.officers {
		for _, key := range keys {
			if strings.SplitN(key.text, "+", 3)[2] == strings.SplitN(text, "+", 3)[2] {
				return fmt.Errorf("a key that was given out before")
			}
		}
	}
	r.officers[id] = append(r.officers[id], &held{text, verifier, index, -1})
	return nil
}

// end lets the named key of an officer, or all of them, sign nothing behind index.
func (r *roll) end(id, text string, index int64) {
	for _, key := range r.officers[id] {
		if key.until < 0 && (text == "" || key.text == text) {
			key.until = index
		}
	}
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
	signers := newRoll(verifier)
	checkpoint, err := note.Open(read(folder, "checkpoint"), note.VerifierList(verifier))
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
			if err := signers.take(entry, index, leaf); err != nil {
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
