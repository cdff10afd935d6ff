// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// The chart of a series. No library of the field draws one from C++ without a window system or
// fonts of its own; what is drawn here are lines and words, and the XML is written by a library.

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <pugixml.hpp>
#include <sstream>

#include "compiler/results/lay_out.h"
#include "compiler/series/write.h"

namespace assize::series {
namespace {

constexpr double kWidth = 860;
constexpr double kLeft = 70;
constexpr double kTop = 56;
constexpr double kPlotWidth = kWidth - kLeft - 30;
constexpr double kPlotHeight = 300;
constexpr std::size_t kWordsInALine = 110;

std::string number_text(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", value);
  return text;
}

/// Where a value stands on paper.
class Scale {
 public:
  explicit Scale(const Series& series) : years_(series.points.size()) {
    bool is_first = true;
    for (const Point& point : series.points) {
      for (const Value& value : point.values) {
        if (!value.outcome.is_number()) continue;
        const double number = value.outcome.number.get_d();
        low_ = is_first ? number : std::min(low_, number);
        high_ = is_first ? number : std::max(high_, number);
        is_first = false;
      }
    }
    const double span = std::max(high_ - low_, std::max(std::abs(high_) * 0.05, 0.1));
    step_ = std::pow(10.0, std::floor(std::log10(span)));
    if (span / step_ < 2)
      step_ /= 5;
    else if (span / step_ < 5)
      step_ /= 2;
    low_ = std::floor((low_ - span * 0.1) / step_) * step_;
    high_ = std::ceil((high_ + span * 0.1) / step_) * step_;
  }

  double x(std::size_t year) const {
    return kLeft + kPlotWidth * (static_cast<double>(year) + 0.5) / static_cast<double>(years_);
  }
  double x_before(std::size_t year) const {
    return kLeft + kPlotWidth * static_cast<double>(year) / static_cast<double>(years_);
  }
  double y(double value) const {
    return kTop + kPlotHeight * (1 - (value - low_) / (high_ - low_));
  }
  double low() const { return low_; }
  double high() const { return high_; }
  double step() const { return step_; }

 private:
  std::size_t years_;
  double low_ = 0;
  double high_ = 1;
  double step_ = 1;
};

/// Adds shapes to a drawing.
class Drawing {
 public:
  explicit Drawing(pugi::xml_node svg) : svg_(svg) {}

  void line(double x1, double y1, double x2, double y2, const char* kind) {
    pugi::xml_node node = svg_.append_child("line");
    node.append_attribute("class") = kind;
    const std::pair<const char*, double> ends[] = {{"x1", x1}, {"y1", y1}, {"x2", x2}, {"y2", y2}};
    for (const auto& [name, value] : ends) node.append_attribute(name) = number_text(value).c_str();
  }
  void dot(double x, double y, const char* kind) {
    pugi::xml_node node = svg_.append_child("circle");
    node.append_attribute("class") = kind;
    node.append_attribute("cx") = number_text(x).c_str();
    node.append_attribute("cy") = number_text(y).c_str();
    node.append_attribute("r") = "4";
  }
  void words(double x, double y, const std::string& text, const char* kind) {
    pugi::xml_node node = svg_.append_child("text");
    node.append_attribute("class") = kind;
    node.append_attribute("x") = number_text(x).c_str();
    node.append_attribute("y") = number_text(y).c_str();
    node.text() = text.c_str();
  }

 private:
  pugi::xml_node svg_;
};

/// The value that stands for a year: the newest publication's.
const Value* newest_of(const Point& point) {
  for (auto value = point.values.rbegin(); value != point.values.rend(); ++value) {
    if (value->outcome.is_number()) return &*value;
  }
  return nullptr;
}

void draw_axes(const Series& series, const Scale& scale, Drawing& drawing) {
  for (double at = scale.low(); at <= scale.high() + scale.step() / 2; at += scale.step()) {
    drawing.line(kLeft, scale.y(at), kLeft + kPlotWidth, scale.y(at), "grid");
    drawing.words(kLeft - 8, scale.y(at) + 4, number_text(at), "scale");
  }
  for (std::size_t i = 0; i < series.points.size(); ++i) {
    const Point& point = series.points[i];
    drawing.words(scale.x(i), kTop + kPlotHeight + 18, point.year, "year");
    drawing.words(scale.x(i), kTop + kPlotHeight + 34, point.code, "code");
    if (newest_of(point) == nullptr)
      drawing.words(scale.x(i), kTop + kPlotHeight - 8, "no figure", "gap");
  }
}

void draw_values(const Series& series, const Scale& scale, Drawing& drawing) {
  for (std::size_t i = 0; i < series.points.size(); ++i) {
    const Point& point = series.points[i];
    const Value* value = newest_of(point);
    if (value == nullptr) continue;
    const double y = scale.y(value->outcome.number.get_d());
    const Value* before = i == 0 ? nullptr : newest_of(series.points[i - 1]);
    if (before != nullptr && point.breaks.empty())
      drawing.line(scale.x(i - 1), scale.y(before->outcome.number.get_d()), scale.x(i), y, "run");
    for (const Value& other : point.values) {
      if (&other == value || !other.outcome.is_number()) continue;
      drawing.dot(scale.x(i), scale.y(other.outcome.number.get_d()), "first");
    }
    drawing.dot(scale.x(i), y, "dot");
    drawing.words(scale.x(i), y - 10, value->outcome.text, "value");
  }
}

}  // namespace

std::string as_chart(const Series& series) {
  pugi::xml_document document;
  pugi::xml_node svg = document.append_child("svg");
  svg.append_attribute("xmlns") = "http://www.w3.org/2000/svg";
  std::vector<std::string> reasons;
  for (const Point& point : series.points) {
    if (point.breaks.empty()) continue;
    std::string text = std::to_string(reasons.size() + 1) + "  from " + point.year + ": ";
    for (std::size_t i = 0; i < point.breaks.size(); ++i)
      text += (i == 0 ? "" : "; ") + point.breaks[i];
    reasons.push_back(std::move(text));
  }
  std::vector<std::string> lines;
  for (const std::string& reason : reasons) {
    for (std::string& line : results::wrapped(reason, kWordsInALine))
      lines.push_back(std::move(line));
  }
  const double height = kTop + kPlotHeight + 60 + 16 * static_cast<double>(lines.size());
  svg.append_attribute("viewBox") =
      ("0 0 " + number_text(kWidth) + " " + number_text(height)).c_str();
  svg.append_attribute("role") = "img";
  svg.append_child("title").text() = (series.concept_name + ", " + series.area).c_str();
  svg.append_child("style").text() =
      "text{font-family:sans-serif;font-size:12px;fill:#222}.year,.code,.value,.gap{text-anchor:"
      "middle}"
      ".scale{text-anchor:end}.gap,.code{fill:#666;font-size:11px}.head{font-size:16px;font-weight:"
      "bold}"
      ".grid{stroke:#ddd}.run{stroke:#1d70b8;stroke-width:2}.dot{fill:#1d70b8}"
      ".first{fill:#fff;stroke:#1d70b8}.break{stroke:#d4351c;stroke-dasharray:5 "
      "4}.mark{fill:#d4351c}";
  Drawing drawing(svg);
  const Scale scale(series);
  drawing.words(kLeft, 26, series.concept_name + ", " + series.area, "head");
  draw_axes(series, scale, drawing);
  std::size_t number = 0;
  for (std::size_t i = 0; i < series.points.size(); ++i) {
    if (series.points[i].breaks.empty()) continue;
    drawing.line(scale.x_before(i), kTop - 6, scale.x_before(i), kTop + kPlotHeight, "break");
    drawing.words(scale.x_before(i) + 4, kTop + 4, std::to_string(++number), "mark");
  }
  draw_values(series, scale, drawing);
  double y = kTop + kPlotHeight + 58;
  for (const std::string& line : lines) {
    drawing.words(kLeft, y, line, "reason");
    y += 16;
  }
  std::ostringstream text;
  document.save(text, "  ", pugi::format_default | pugi::format_no_declaration);
  return text.str();
}

}  // namespace assize::series
