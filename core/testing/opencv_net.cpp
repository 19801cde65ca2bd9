// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/opencv_net.h"

#include <algorithm>

namespace convscope {

namespace {

std::vector<int> sizesOf(const Extents &extents)
{
    std::vector<int> sizes;
    for (const std::int64_t extent : extents)
        sizes.push_back(static_cast<int>(extent));
    return sizes;
}

/// OpenCV's message in one line.
std::string reasonOf(const cv::Exception &error)
{
    std::string text = error.err;
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

} // namespace

cv::Mat blobOf(const Tensor &tensor, const Extents &extents)
{
    // OpenCV only reads it.
    return cv::Mat(sizesOf(extents), CV_32F, const_cast<float *>(tensor.data()));
}

cv::Mat ownBlob(const Tensor &tensor, const Extents &extents)
{
    return blobOf(tensor, extents).clone();
}

cv::dnn::LayerParams
dnnLayer(const std::string &type,
         std::span<const std::pair<std::string, std::vector<std::int64_t>>> lists)
{
    cv::dnn::LayerParams params;
    params.type = type;
    for (const auto &[name, values] : lists) {
        const std::vector<int> ints(values.begin(), values.end());
        params.set(name, cv::dnn::DictValue::arrayInt(ints.data(), static_cast<int>(ints.size())));
    }
    return params;
}

Result<Tensor> runNet(const OpenCvNet &net)
{
    cv::Mat result;
    try {
        cv::dnn::Net cvNet;
        std::vector<std::string> names;
        for (std::size_t i = 0; i < net.inputs.size(); ++i)
            names.push_back("in" + std::to_string(i));
        cvNet.setInputsNames(names);
        int last = 0;
        for (std::size_t i = 0; i < net.layers.size(); ++i) {
            cv::dnn::LayerParams params = net.layers[i];
            const int id = cvNet.addLayer("step" + std::to_string(i), params.type, params);
            for (std::size_t from = 0; from < (i == 0 ? net.inputs.size() : 1); ++from)
                cvNet.connect(last, i == 0 ? static_cast<int>(from) : 0, id,
                              static_cast<int>(from));
            last = id;
        }
        cvNet.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
        cvNet.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
        for (std::size_t i = 0; i < net.inputs.size(); ++i)
            cvNet.setInput(net.inputs[i], names[i]);
        result = cvNet.forward();
    } catch (const cv::Exception &error) {
        return fail("declined", {}, {},
                    words("OpenCV refuses this layer: {reason}", reasonOf(error)));
    }
    if (static_cast<std::int64_t>(result.total()) != elementCount(net.output).value_or(-1))
        return fail("declined", {}, {},
                    words("OpenCV gives {received} values where there should be {expected}",
                          result.total(), toString(net.output)));
    if (!result.isContinuous())
        result = result.clone();
    auto buffer = TensorBuffer::allocate(net.output, "OpenCV's output");
    if (!buffer)
        return fail(buffer.error());
    std::copy_n(result.ptr<float>(), result.total(), buffer->data());
    return Tensor(std::move(*buffer));
}

} // namespace convscope
