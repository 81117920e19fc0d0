#ifndef CARICC_CSYSTEM_H
#define CARICC_CSYSTEM_H

#include "terminal.h"
#include "secrets.h"
#if __has_include("sqlite.h")
#include "sqlite.h"
#endif
#if __has_include("files.h")
#include "files.h"
#endif
#include "intake.h"

#endif
